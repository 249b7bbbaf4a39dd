package de.visitenkarte.standalone.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.visitenkarte.standalone.machine.StartFailure;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.metadata.storage.Formatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedKafkaIT {

    private static final TopicPartition PARTITION = new TopicPartition("notes", 0);

    @TempDir
    Path directory;

    @Test
    void keepsRecordsAndAddressOverARestart() throws Exception {
        String firstAddress;
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory)) {
            firstAddress = kafka.bootstrapServers();
            createTopic(kafka);
            send(kafka, "before");
        }
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory)) {
            assertThat(kafka.bootstrapServers()).isEqualTo(firstAddress);
            send(kafka, "after");
            assertThat(read(kafka)).containsExactly("before", "after");
        }
    }

    @Test
    void leavesNoThreadThatKeepsTheProgramAlive() {
        EmbeddedKafka.start(directory).close();
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.isAlive() && !thread.isDaemon())
                .extracting(Thread::getName)
                .noneMatch(name -> name.contains("kafka") || name.contains("raft") || name.contains("broker"));
    }

    @Test
    void createsNoTopicUnasked() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory);
                Admin admin = admin(kafka)) {
            assertThat(setting(admin, "auto.create.topics.enable")).isEqualTo("false");
        }
    }

    @Test
    void knowsHowFarAProgramHasReadForLongerThanRatingsStay() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory);
                Admin admin = admin(kafka)) {
            assertThat(Duration.ofMinutes(Long.parseLong(setting(admin, "offsets.retention.minutes"))))
                    .isGreaterThanOrEqualTo(Duration.ofDays(60));
        }
    }

    @Test
    void startsWhenAnEarlierStartEndedBetweenItsTwoDirectories() throws Exception {
        format(Uuid.randomUuid().toString());
        Utils.delete(directory.resolve("metadata").toFile());
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory)) {
            createTopic(kafka);
            send(kafka, "at last");
            assertThat(read(kafka)).containsExactly("at last");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"log", "metadata"})
    void refusesTheDirectoryOfAnotherNode(String of) throws Exception {
        Files.createDirectories(directory.resolve(of));
        Files.writeString(
                directory.resolve(of).resolve("meta.properties"),
                "version=1\nnode.id=7\ncluster.id=" + Uuid.randomUuid() + "\n");
        assertThatThrownBy(() -> EmbeddedKafka.start(directory))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(directory.toString());
    }

    private void format(String clusterId) throws Exception {
        String log = directory.resolve("log").toString();
        String metadata = directory.resolve("metadata").toString();
        try (PrintStream quiet = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8)) {
            new Formatter()
                    .setPrintStream(quiet)
                    .setNodeId(1)
                    .setClusterId(clusterId)
                    .addDirectory(log)
                    .addDirectory(metadata)
                    .setMetadataLogDirectory(metadata)
                    .setControllerListenerName("CONTROLLER")
                    .run();
        }
    }

    private static String setting(Admin admin, String name) throws Exception {
        ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, "1");
        return admin.describeConfigs(List.of(broker))
                .all()
                .get()
                .values()
                .iterator()
                .next()
                .get(name)
                .value();
    }

    private static void createTopic(EmbeddedKafka kafka) throws Exception {
        try (Admin admin = admin(kafka)) {
            admin.createTopics(List.of(new NewTopic("notes", 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static Admin admin(EmbeddedKafka kafka) {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()));
    }

    private static void send(EmbeddedKafka kafka, String text) throws Exception {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers(), ProducerConfig.ACKS_CONFIG, "all");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(PARTITION.topic(), text.getBytes(UTF_8)))
                    .get();
        }
    }

    private static List<String> read(EmbeddedKafka kafka) {
        Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            long end =
                    consumer.endOffsets(List.of(PARTITION)).values().iterator().next();
            List<String> texts = new ArrayList<>();
            while (consumer.position(PARTITION) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(each -> texts.add(new String(each.value(), UTF_8)));
            }
            return texts;
        }
    }
}
