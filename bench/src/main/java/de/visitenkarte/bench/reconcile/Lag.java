package de.visitenkarte.bench.reconcile;

import de.visitenkarte.events.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far streams is behind. */
public final class Lag {

    private static final String GROUP = "visitenkarte-streams";
    private static final long PATIENCE_SECONDS = 10;

    private Lag() {}

    /** Returns how many records streams has not counted yet; −1 if Kafka does not say. */
    public static long of(String kafka) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka))) {
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            for (Topics.Topic topic : Topics.ownedBy(Topics.Owner.API)) {
                for (int partition = 0; partition < topic.partitions(); partition++) {
                    latest.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
                }
            }
            Map<TopicPartition, ListOffsetsResultInfo> ends =
                    admin.listOffsets(latest).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return ends.entrySet().stream()
                    .mapToLong(end -> end.getValue().offset() - offset(committed, end.getKey()))
                    .sum();
        } catch (ExecutionException | TimeoutException away) {
            return -1;
        }
    }

    private static long offset(Map<TopicPartition, OffsetAndMetadata> committed, TopicPartition partition) {
        OffsetAndMetadata found = committed.get(partition);
        return found == null ? 0 : found.offset();
    }
}
