package de.visitenkarte.bench.growth;

import de.visitenkarte.events.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * What stands in the topic of the rating cells, without understanding it.
 *
 * @param records written so far: what the projector has to upsert at most
 * @param cells different keys
 * @param bytes keys and last values together: the state
 */
record CellTopic(long records, long cells, long bytes) {

    private static final Duration POLL = Duration.ofSeconds(1);

    static CellTopic read(String kafka) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka, "isolation.level", "read_committed", "auto.offset.reset", "earliest");
        try (Consumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, Topics.RATING_CELL.partitions())
                    .mapToObj(partition -> new TopicPartition(Topics.RATING_CELL.name(), partition))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<String, Integer> sizes = new HashMap<>();
            long records = 0;
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    records++;
                    sizes.put(record.key(), record.key().length() + record.value().length);
                }
            }
            long bytes = sizes.values().stream().mapToLong(Integer::longValue).sum();
            return new CellTopic(records, sizes.size(), bytes);
        }
    }
}
