package de.visitenkarte.api.quarantine;

import de.visitenkarte.events.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** Reads the dead-letter topic from its beginning to where it ends now. */
final class LetterReader {

    private static final Duration POLL = Duration.ofMillis(250);

    /** How long Kafka may take for one answer, before it counts as away. */
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final Consumer<String, byte[]> consumer;
    private final Duration limit;

    /** @param limit how long reading may take altogether */
    LetterReader(Consumer<String, byte[]> consumer, Duration limit) {
        this.consumer = consumer;
        this.limit = limit;
    }

    /**
     * Returns the letters that were not taken away, newest last.
     *
     * @param whole ids of those whose refused record is wanted too
     * @throws QuarantineException if Kafka does not answer, the topic does not exist, or the limit is over
     */
    List<Letter> read(Predicate<String> whole) {
        try {
            Map<String, Letter> letters = new HashMap<>();
            Collection<TopicPartition> partitions = partitions();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, ANSWER);
            long deadline = System.nanoTime() + limit.toNanos();
            while (!isRead(ends)) {
                if (System.nanoTime() - deadline >= 0) {
                    throw new QuarantineException("The dead letters could not be read within " + limit.toSeconds()
                            + " seconds. Please try again when Kafka is less busy.");
                }
                consumer.poll(POLL).forEach(record -> take(letters, record, whole));
            }
            return letters.values().stream().sorted(Letter.NEWEST_LAST).toList();
        } catch (KafkaException e) {
            throw new QuarantineException("Kafka does not answer: " + e.getMessage(), e);
        }
    }

    private Collection<TopicPartition> partitions() {
        List<PartitionInfo> partitions = consumer.partitionsFor(Topics.DEAD_LETTER.name(), ANSWER);
        if (partitions.isEmpty()) {
            throw new QuarantineException("There is no topic " + Topics.DEAD_LETTER.name()
                    + ": streams creates it at its first start, and has not run with this Kafka.");
        }
        return partitions.stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
    }

    /** The position moves over the marks of transactions too, which are no records. */
    private boolean isRead(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey(), ANSWER) >= end.getValue());
    }

    private static void take(
            Map<String, Letter> letters, ConsumerRecord<String, byte[]> record, Predicate<String> whole) {
        if (record.value() == null) {
            letters.remove(record.key());
            return;
        }
        Letter letter = Letter.of(record);
        letters.put(letter.id(), whole.test(letter.id()) ? letter : letter.withoutRecord());
    }
}
