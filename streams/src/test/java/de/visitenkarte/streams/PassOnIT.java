package de.visitenkarte.streams;

import static de.visitenkarte.streams.examples.Examples.BUCKET;
import static de.visitenkarte.streams.examples.Examples.OFFICE;
import static de.visitenkarte.streams.examples.Examples.aRating;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.visitenkarte.events.RatingCells;
import de.visitenkarte.events.Topics;
import de.visitenkarte.streams.engine.EngineProperties;
import de.visitenkarte.streams.engine.EngineSettings;
import io.dropwizard.util.DataSize;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of an instance between a commit and the next passing on, against a real broker. */
class PassOnIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration NEVER = Duration.ofDays(1);

    @TempDir
    private Path brokerDirectory;

    /** Not the same for two instances: each has to read its stores from Kafka. */
    @TempDir
    private Path stateDirectories;

    @SuppressWarnings("NullAway.Init")
    private LoopbackBroker broker;

    @BeforeEach
    void startBroker() throws Exception {
        broker = LoopbackBroker.start(brokerDirectory);
        broker.create(Topics.ALL);
    }

    @AfterEach
    void stopBroker() {
        broker.close();
    }

    @Test
    void passesOnWhatAnotherCountedCommittedAndDidNotPassOn() throws Exception {
        broker.send(aRating().setSequenceNumber(1).build());
        broker.send(aRating().setSequenceNumber(2).build());
        runUntil(
                "first",
                NEVER,
                registry -> registry.get("ratings.counted").counter().count() == 2);
        assertThat(cells()).isEmpty();

        runUntil("second", CountingTopology.PASS_ON_PERIOD, registry -> !cells().isEmpty());

        assertThat(cells()).singleElement().satisfies(cell -> {
            assertThat(cell.key()).isEqualTo(OFFICE + "/" + BUCKET);
            assertThat(RatingCells.parseFrom(cell.value()).getCells(0).getCountsList())
                    .containsExactly(0L, 0L, 0L, 2L, 0L);
        });
    }

    @Test
    void doesNotPassOnAgainWhatWasPassedOn() throws Exception {
        broker.send(aRating().setSequenceNumber(1).build());
        runUntil("first", CountingTopology.PASS_ON_PERIOD, registry -> !cells().isEmpty());
        broker.send(aRating().setSequenceNumber(2).setBucketStart(BUCKET + 900).build());
        runUntil("second", CountingTopology.PASS_ON_PERIOD, registry -> cells().size() > 1);

        assertThat(cells())
                .extracting(ConsumerRecord::key)
                .containsExactly(OFFICE + "/" + BUCKET, OFFICE + "/" + (BUCKET + 900));
    }

    /** Runs the topology with a state of its own; stopping it commits. */
    private void runUntil(String name, Duration period, Predicate<SimpleMeterRegistry> done) {
        Properties properties = new Properties();
        properties.putAll(EngineProperties.of(new EngineSettings(
                broker.bootstrapServers(),
                1,
                stateDirectories.resolve(name),
                1,
                0,
                DataSize.mebibytes(8),
                DataSize.mebibytes(8))));
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        KafkaStreams streams =
                new KafkaStreams(CountingTopology.build(new StreamsConfig(properties), period, registry), properties);
        streams.start();
        try {
            await().atMost(PATIENCE).until(() -> done.test(registry));
        } finally {
            streams.close();
        }
    }

    /** Returns all records of rating cells so far. */
    private List<ConsumerRecord<String, byte[]>> cells() {
        List<ConsumerRecord<String, byte[]>> cells = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = broker.read(Topics.RATING_CELL)) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(cells::add);
            }
        }
        return cells;
    }
}
