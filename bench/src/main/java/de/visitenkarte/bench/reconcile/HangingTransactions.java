package de.visitenkarte.bench.reconcile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Transactions that a partition takes for open and that nobody will ever end. Readers of committed records wait behind
 * them for ever, and so does a store that is being restored.
 */
public final class HangingTransactions {

    /** Longer than a transaction of streams may take (10 s) and than the broker takes to notice. */
    private static final Duration SURE_AFTER = Duration.ofSeconds(25);

    private final String kafka;

    public HangingTransactions(String kafka) {
        this.kafka = kafka;
    }

    /**
     * One of them.
     *
     * @param stable last stable offset of the partition
     * @param end high watermark of the partition
     * @param coordinator what the coordinator says about the producer
     */
    public record Hanging(TopicPartition partition, long stable, long end, ProducerState producer, String coordinator) {

        private boolean isSame(Hanging other) {
            return partition.equals(other.partition)
                    && producer.producerId() == other.producer.producerId()
                    && producer.producerEpoch() == other.producer.producerEpoch()
                    && producer.currentTransactionStartOffset().equals(other.producer.currentTransactionStartOffset());
        }
    }

    /**
     * Returns those that stay open although they should have timed out; takes half a minute if there are any.
     *
     * @throws IllegalStateException if Kafka is away or refuses
     */
    public List<Hanging> find() throws InterruptedException {
        List<Hanging> before = open();
        if (before.isEmpty()) {
            return before;
        }
        TimeUnit.MILLISECONDS.sleep(SURE_AFTER.toMillis());
        return open().stream()
                .filter(hanging -> before.stream().anyMatch(hanging::isSame))
                .toList();
    }

    /** Ends one, as {@code kafka-transactions.sh abort} does; returns what Kafka says. */
    public String abort(Hanging hanging) throws InterruptedException {
        try (Admin admin = admin()) {
            ProducerState producer = hanging.producer();
            admin.abortTransaction(new AbortTransactionSpec(
                            hanging.partition(),
                            producer.producerId(),
                            (short) producer.producerEpoch(),
                            producer.coordinatorEpoch().orElse(-1)))
                    .all()
                    .get();
            return "aborted";
        } catch (ExecutionException | KafkaException e) {
            return "not aborted: " + e;
        }
    }

    private List<Hanging> open() throws InterruptedException {
        try (Admin admin = admin()) {
            List<TopicPartition> partitions = partitions(admin);
            Map<TopicPartition, Long> stable = ends(admin, partitions, IsolationLevel.READ_COMMITTED);
            Map<TopicPartition, Long> ends = ends(admin, partitions, IsolationLevel.READ_UNCOMMITTED);
            Map<Long, String> coordinator = new HashMap<>();
            for (TransactionListing listing : admin.listTransactions().all().get()) {
                coordinator.put(listing.producerId(), listing.transactionalId() + " " + listing.state());
            }
            List<Hanging> open = new ArrayList<>();
            for (TopicPartition partition : partitions) {
                long from = stable.getOrDefault(partition, 0L);
                long to = ends.getOrDefault(partition, 0L);
                if (from < to) {
                    for (ProducerState producer : openProducers(admin, partition)) {
                        String said = coordinator.getOrDefault(producer.producerId(), "unknown");
                        open.add(new Hanging(partition, from, to, producer, said));
                    }
                }
            }
            return open;
        } catch (ExecutionException | KafkaException e) {
            throw new IllegalStateException("Kafka does not say which transactions are open", e);
        }
    }

    private static List<ProducerState> openProducers(Admin admin, TopicPartition partition)
            throws ExecutionException, InterruptedException {
        return admin.describeProducers(List.of(partition)).partitionResult(partition).get().activeProducers().stream()
                .filter(producer -> producer.currentTransactionStartOffset().isPresent())
                .toList();
    }

    private static List<TopicPartition> partitions(Admin admin) throws ExecutionException, InterruptedException {
        // Also the consumers' offsets: an open transaction there keeps a group from reading on.
        Set<String> names = admin.listTopics(new ListTopicsOptions().listInternal(true))
                .names()
                .get();
        return admin.describeTopics(names).allTopicNames().get().values().stream()
                .flatMap(HangingTransactions::partitions)
                .toList();
    }

    private static Stream<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream().map(info -> new TopicPartition(topic.name(), info.partition()));
    }

    private static Map<TopicPartition, Long> ends(Admin admin, List<TopicPartition> partitions, IsolationLevel level)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        Map<TopicPartition, ListOffsetsResultInfo> found =
                admin.listOffsets(latest, new ListOffsetsOptions(level)).all().get();
        found.forEach((partition, info) -> ends.put(partition, info.offset()));
        return ends;
    }

    private Admin admin() {
        return Admin.create(Map.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                kafka,
                CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG,
                15_000));
    }
}
