package de.visitenkarte.api.quarantine;

import com.google.protobuf.ByteString;
import de.visitenkarte.events.DeadLetter;
import de.visitenkarte.events.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The dead-letter topic with two partitions, and a broker that takes what is replayed; removals come back to the topic. */
final class FakeDeadLetters {

    /** The office's partition is 0 of 4. */
    static final String OFFICE = officeOnPartition(0);

    static final Instant ARRIVED_AT = Instant.parse("2026-11-23T10:15:00Z");

    private static final int PARTITIONS = 2;

    private final List<List<ConsumerRecord<String, byte[]>>> log =
            IntStream.range(0, PARTITIONS).mapToObj(any -> newLog()).collect(Collectors.toList());

    final MockProducer<String, byte[]> broker =
            new MockProducer<>(true, (Partitioner) null, new StringSerializer(), new ByteArraySerializer()) {
                @Override
                public void close() {
                    // The same stands for the broker of the next command.
                }
            };

    /** A letter about a record on the right partition that can be replayed. */
    static DeadLetter.Builder aLetter(long offset) {
        return DeadLetter.newBuilder()
                .setTopic(Topics.RATING.name())
                .setPartition(0)
                .setOffset(offset)
                .setReason("not acceptable")
                .setDetail("area_id is blank")
                .setKey(ByteString.copyFromUtf8(OFFICE))
                .setValue(ByteString.copyFromUtf8("value " + offset))
                .setOfficeId(OFFICE);
    }

    static String idOf(DeadLetter.Builder letter) {
        return letter.getTopic() + "/" + letter.getPartition() + "/" + letter.getOffset();
    }

    void add(DeadLetter.Builder letter) {
        add(letter, ARRIVED_AT);
    }

    void add(DeadLetter.Builder letter, Instant arrivedAt) {
        append(idOf(letter), letter.build().toByteArray(), arrivedAt);
    }

    /** Appends on the partition that always has this key. */
    void append(String key, byte @Nullable [] value, Instant timestamp) {
        List<ConsumerRecord<String, byte[]>> partition = log.get(Math.floorMod(key.hashCode(), PARTITIONS));
        partition.add(record(key, value, timestamp, Math.floorMod(key.hashCode(), PARTITIONS), partition.size()));
    }

    /** What was published to the topics of events. */
    List<ProducerRecord<String, byte[]>> published() {
        return broker.history().stream()
                .filter(record -> !record.topic().equals(Topics.DEAD_LETTER.name()))
                .toList();
    }

    /** Writes what the broker took for the dead-letter topic into it. */
    void deliverRemovals() {
        broker.history().stream()
                .filter(record -> record.topic().equals(Topics.DEAD_LETTER.name()))
                .forEach(record -> append(record.key(), record.value(), ARRIVED_AT));
    }

    Consumer<String, byte[]> newConsumer() {
        MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest") {
            @Override
            public synchronized ConsumerRecords<String, byte[]> poll(Duration timeout) {
                assignment()
                        .forEach(partition -> log.get(partition.partition()).stream()
                                .filter(each -> each.offset() >= position(partition))
                                .forEach(this::addRecord));
                return super.poll(timeout);
            }
        };
        Map<TopicPartition, Long> ends = IntStream.range(0, PARTITIONS)
                .boxed()
                .collect(Collectors.toMap(each -> new TopicPartition(Topics.DEAD_LETTER.name(), each), each ->
                        (long) log.get(each).size()));
        consumer.updatePartitions(
                Topics.DEAD_LETTER.name(),
                ends.keySet().stream()
                        .map(each -> new PartitionInfo(each.topic(), each.partition(), null, null, null))
                        .toList());
        consumer.updateBeginningOffsets(ends.keySet().stream().collect(Collectors.toMap(each -> each, each -> 0L)));
        consumer.updateEndOffsets(ends);
        return consumer;
    }

    private static List<ConsumerRecord<String, byte[]>> newLog() {
        return new ArrayList<>();
    }

    @SuppressWarnings("NullAway") // Kafka allows a value of null: a deletion.
    private static ConsumerRecord<String, byte[]> record(
            String key, byte @Nullable [] value, Instant timestamp, int partition, long offset) {
        return new ConsumerRecord<>(
                Topics.DEAD_LETTER.name(),
                partition,
                offset,
                timestamp.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                value,
                new RecordHeaders(),
                Optional.empty());
    }

    private static String officeOnPartition(int partition) {
        return IntStream.range(0, 100)
                .mapToObj(i -> "office-" + i)
                .filter(office -> ReplayRule.partitionOf(ByteString.copyFromUtf8(office)) == partition)
                .findFirst()
                .orElseThrow();
    }
}
