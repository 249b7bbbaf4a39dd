package de.visitenkarte.bench.topology;

import de.visitenkarte.events.Topics;
import de.visitenkarte.streams.engine.EngineProperties;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far the application has counted, as Kafka knows it: by committed offsets. */
public final class Progress {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Admin admin;

    public Progress(Admin admin) {
        this.admin = admin;
    }

    /** Waits until everything that is in the source topics now has been counted and committed. */
    public void awaitEnd() throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> ends = ends();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isCommitted(ends)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Not everything was counted within " + PATIENCE.toMinutes() + " min");
            }
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        }
    }

    private Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = Stream.of(Topics.RATING, Topics.VISIT)
                .flatMap(topic -> IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> offset(entry.getValue())));
    }

    private static long offset(ListOffsetsResultInfo info) {
        return info.offset();
    }

    private boolean isCommitted(Map<TopicPartition, Long> ends) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(
                        EngineProperties.APPLICATION_ID)
                .partitionsToOffsetAndMetadata()
                .get();
        return ends.entrySet().stream().allMatch(end -> {
            OffsetAndMetadata at = committed.get(end.getKey());
            return end.getValue() == 0 || (at != null && at.offset() >= end.getValue());
        });
    }
}
