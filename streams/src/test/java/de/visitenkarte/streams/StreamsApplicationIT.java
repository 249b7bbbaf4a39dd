package de.visitenkarte.streams;

import static de.visitenkarte.streams.examples.Examples.OFFICE;
import static de.visitenkarte.streams.examples.Examples.aRating;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.visitenkarte.events.RatingCells;
import de.visitenkarte.events.Topics;
import de.visitenkarte.events.Topics.Owner;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application against a real broker. */
class StreamsApplicationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path brokerDirectory;

    @TempDir
    private Path stateDirectory;

    @SuppressWarnings("NullAway.Init")
    private LoopbackBroker broker;

    @BeforeEach
    void startBroker() throws Exception {
        broker = LoopbackBroker.start(brokerDirectory);
    }

    @AfterEach
    void stopBroker() {
        broker.close();
    }

    @Test
    void createsItsTopicsAndWaitsForThoseOfTheApi() throws Exception {
        try (RunningApplication application = startApplication();
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            await().atMost(PATIENCE)
                    .until(() -> application.get("/ready").body().contains("the api to create"));
            assertThat(application.get("/ready").statusCode()).isEqualTo(503);
            assertThat(admin.listTopics().names().get())
                    .containsAll(Topics.ownedBy(Owner.STREAMS).stream()
                            .map(Topics.Topic::name)
                            .toList());

            broker.create(Topics.ownedBy(Owner.API));

            awaitReady(application);
            assertThat(application.get("/healthcheck").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void keepsCellsOnThePartitionOfTheirOffice() throws Exception {
        broker.create(Topics.ownedBy(Owner.API));
        try (RunningApplication application = startApplication()) {
            List<Integer> partitions = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                partitions.add(broker.send(aRating()
                        .setOfficeId("office-" + i)
                        .setDeviceId("device-" + i)
                        .build()));
            }

            List<ConsumerRecord<String, byte[]>> cells = awaitCells(20);

            assertThat(partitions).contains(0, 1, 2, 3);
            assertThat(cells).allSatisfy(cell -> {
                int office = Integer.parseInt(
                        cell.key().substring("office-".length(), cell.key().indexOf('/')));
                assertThat(cell.partition()).isEqualTo(partitions.get(office));
            });
            assertThat(application.get("/metrics").body()).contains("\nratings_counted_total 20.0\n");
        }
    }

    @Test
    void remembersAcrossARestartWhatItCounted() throws Exception {
        broker.create(Topics.ownedBy(Owner.API));
        try (RunningApplication application = startApplication()) {
            broker.send(aRating().setSequenceNumber(1).build());
            awaitCells(1);
            awaitReady(application);
        }
        try (RunningApplication application = startApplication()) {
            broker.send(aRating().setSequenceNumber(1).build());
            broker.send(aRating().setSequenceNumber(2).build());

            List<ConsumerRecord<String, byte[]>> cells = awaitCells(2);

            assertThat(RatingCells.parseFrom(cells.get(1).value()).getCells(0).getCountsList())
                    .containsExactly(0L, 0L, 0L, 2L, 0L);
            assertThat(application.get("/metrics").body()).contains("\nratings_duplicate_total 1.0\n");
        }
    }

    @Test
    void goesOnBehindARecordWithLargerHeadersThanItCanSend() throws Exception {
        broker.create(Topics.ownedBy(Owner.API));
        try (RunningApplication application = startApplication()) {
            byte[] office = OFFICE.getBytes(StandardCharsets.UTF_8);
            byte[] rating = aRating().build().toByteArray();
            sendWithLargeHeader(new ProducerRecord<>(Topics.RATING.name(), office, new byte[] {1}));
            sendWithLargeHeader(new ProducerRecord<>(Topics.RATING.name(), office, rating));

            awaitCells(1);

            assertThat(application.get("/metrics").body())
                    .contains("\nratings_quarantined_total 1.0\n", "\nratings_counted_total 1.0\n");
        }
    }

    @Test
    void showsASelectionOfKafkasMeters() throws Exception {
        broker.create(Topics.ownedBy(Owner.API));
        try (RunningApplication application = startApplication()) {
            awaitReady(application);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(application.get("/metrics").body())
                            .contains("kafka_stream_thread_process_rate", "kafka_stream_task_dropped_records_total")
                            .contains("jvm_memory_used_bytes")
                            .doesNotContain("kafka_consumer_node_", "kafka_producer_io_"));
            assertThat(application.get("/metrics").body().lines().count()).isLessThan(400);
        }
    }

    private RunningApplication startApplication() throws Exception {
        return RunningApplication.start(broker.bootstrapServers(), stateDirectory);
    }

    private static void awaitReady(RunningApplication application) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            HttpResponse<String> ready = application.get("/ready");
            assertThat(ready.statusCode()).as(ready.body()).isEqualTo(200);
        });
    }

    /** Compressed, the header is small enough for the broker. */
    private void sendWithLargeHeader(ProducerRecord<byte[], byte[]> record) throws Exception {
        record.headers().add("large", new byte[2 * 1024 * 1024]);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "compression.type",
                        "lz4",
                        "max.request.size",
                        4 * 1024 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(record).get();
        }
    }

    private List<ConsumerRecord<String, byte[]>> awaitCells(int count) {
        List<ConsumerRecord<String, byte[]>> cells = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = broker.read(Topics.RATING_CELL)) {
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(cells::add);
                return cells.size() >= count;
            });
        }
        return cells;
    }
}
