package de.visitenkarte.api.projection;

import de.visitenkarte.events.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Keeps everything that was ever appended, and hands it to any number of consumers from where they ask for it. */
final class FakeTopics {

    private final Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> log = new HashMap<>();
    private final List<String> positionsAsked = new ArrayList<>();
    private boolean failing;
    private long shown = Long.MAX_VALUE;

    void append(Topics.Topic topic, int partition, String key, byte @Nullable [] value) {
        List<ConsumerRecord<String, byte[]>> records =
                log.computeIfAbsent(new TopicPartition(topic.name(), partition), any -> new ArrayList<>());
        records.add(record(topic.name(), partition, records.size(), key, value));
    }

    @SuppressWarnings("NullAway") // Kafka allows a value of null: a deletion.
    private static ConsumerRecord<String, byte[]> record(
            String topic, int partition, long offset, String key, byte @Nullable [] value) {
        return new ConsumerRecord<>(topic, partition, offset, key, value);
    }

    /** From now on consumers get the first so many records of a partition only. */
    void showOnly(long records) {
        shown = records;
    }

    void failNextPoll() {
        failing = true;
    }

    List<String> positionsAsked() {
        return positionsAsked;
    }

    Consumer<String, byte[]> newConsumer() {
        return new MockConsumer<>("earliest") {
            @Override
            public synchronized void seek(TopicPartition partition, long offset) {
                positionsAsked.add(partition + "@" + offset);
                super.seek(partition, offset);
            }

            @Override
            public synchronized ConsumerRecords<String, byte[]> poll(Duration timeout) {
                if (failing) {
                    failing = false;
                    throw new KafkaException("away");
                }
                log.forEach((partition, records) -> {
                    long position = position(partition);
                    records.stream()
                            .limit(shown)
                            .filter(each -> each.offset() >= position)
                            .forEach(this::addRecord);
                });
                return super.poll(timeout);
            }
        };
    }
}
