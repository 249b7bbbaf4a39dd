package de.visitenkarte.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.visitenkarte.bench.cluster.Cluster;
import de.visitenkarte.bench.cluster.Kind;
import de.visitenkarte.bench.cluster.Layout;
import de.visitenkarte.bench.cluster.Member;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A broker that was killed between the decision to commit a transaction and the marks of it has to set these marks when it
 * starts again. Kafka takes a partition that has no leader at that moment for deleted and leaves its mark out; readers of
 * committed records then wait for ever.
 */
class HalfEndedTransactionE2E {

    private static final String TOPIC = "orders";
    private static final int PARTITIONS = 400;
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void isEndedByTheNextStart() throws Exception {
        try (Cluster cluster = new Cluster(directory, new Layout(1, 1, 1))) {
            Member broker = cluster.members(Kind.BROKER).get(0);
            broker.start();
            await().atMost(LIMIT).until(() -> cluster.isReady(broker));
            commit(cluster.kafka());
            awaitMarks(cluster.kafka());
            broker.killForGood();
            forgetTheEnd(cluster.brokerDirectory(1).resolve("log"));

            broker.start();

            await().atMost(LIMIT).until(() -> cluster.isReady(broker));
            awaitMarks(cluster.kafka());
        }
    }

    /** An order and the mark of its transaction are two records. */
    private static void awaitMarks(String kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka))) {
            await().atMost(LIMIT).untilAsserted(() -> {
                assertThat(admin.listTransactions().all().get())
                        .extracting(TransactionListing::state)
                        .containsExactly(TransactionState.COMPLETE_COMMIT);
                assertThat(ends(admin))
                        .hasSize(PARTITIONS)
                        .allSatisfy((partition, end) -> assertThat(end).isEqualTo(2));
            });
        }
    }

    private static void commit(String kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
        Map<String, Object> settings = Map.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka, ProducerConfig.TRANSACTIONAL_ID_CONFIG, "clerk");
        try (Producer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (int partition = 0; partition < PARTITIONS; partition++) {
                Future<RecordMetadata> unused = producer.send(new ProducerRecord<>(TOPIC, partition, "", "order"));
            }
            producer.commitTransaction();
        }
    }

    /** Takes away the marks, and from the coordinator's log that they were set. */
    private static void forgetTheEnd(Path log) throws Exception {
        try (Stream<Path> files = Files.walk(log)) {
            for (Path file : files.filter(HalfEndedTransactionE2E::isConcerned).toList()) {
                cutLastBatch(file);
            }
        }
    }

    private static boolean isConcerned(Path file) {
        return file.toString().matches(".*/(" + TOPIC + "|__transaction_state)-\\d+/\\d+\\.log");
    }

    /** A batch begins with its first offset, 8 bytes, and the number of bytes that follow, 4 bytes. */
    private static void cutLastBatch(Path segment) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(segment.toFile(), "rw")) {
            long last = 0;
            for (long next = 0; next < file.length(); ) {
                last = next;
                file.seek(last + Long.BYTES);
                next = last + Long.BYTES + Integer.BYTES + file.readInt();
            }
            file.setLength(last);
        }
    }

    private static Map<TopicPartition, Long> ends(Admin admin) throws Exception {
        Map<TopicPartition, OffsetSpec> latest = IntStream.range(0, PARTITIONS)
                .boxed()
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(TOPIC, partition), partition -> OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get()
                .forEach((partition, info) -> ends.put(partition, info.offset()));
        return ends;
    }
}
