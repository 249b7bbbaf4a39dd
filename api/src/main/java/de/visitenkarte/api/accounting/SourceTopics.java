package de.visitenkarte.api.accounting;

import de.visitenkarte.events.Topics;
import de.visitenkarte.events.Topics.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How many records the broker has acknowledged, ever: the end of a partition that nothing but the api writes to. */
public final class SourceTopics implements AcknowledgedRecords {

    private static final Map<String, Topic> TOPICS = Map.of("rating", Topics.RATING, "visit", Topics.VISIT);

    private final Admin admin;

    public SourceTopics(Admin admin) {
        this.admin = admin;
    }

    /** {@inheritDoc} Those that have left by age are included. */
    @Override
    public Map<SourcePartition, Long> countRecords() throws ExecutionException, InterruptedException {
        Map<TopicPartition, SourcePartition> keys = new HashMap<>();
        TOPICS.forEach((kind, topic) -> IntStream.range(0, topic.partitions())
                .forEach(partition ->
                        keys.put(new TopicPartition(topic.name(), partition), new SourcePartition(kind, partition))));
        Map<TopicPartition, ListOffsetsResultInfo> offsets = admin.listOffsets(
                        keys.keySet().stream().collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())))
                .all()
                .get();
        return offsets.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> keys.get(entry.getKey()),
                        entry -> entry.getValue().offset()));
    }
}
