package de.visitenkarte.bench.topology;

import de.visitenkarte.streams.CountingTopology;
import de.visitenkarte.streams.engine.EngineProperties;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;

/** The topology without the application around it, for settings that the application does not offer. */
final class PlainEngine implements AutoCloseable {

    private final KafkaStreams streams;

    private PlainEngine(KafkaStreams streams) {
        this.streams = streams;
    }

    /** @param guarantee Kafka Streams' processing guarantee */
    static PlainEngine start(String kafka, Path state, int threads, String guarantee) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                EngineProperties.APPLICATION_ID,
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka,
                StreamsConfig.STATE_DIR_CONFIG,
                state.toString(),
                StreamsConfig.NUM_STREAM_THREADS_CONFIG,
                threads,
                StreamsConfig.REPLICATION_FACTOR_CONFIG,
                1,
                StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
                16 * 1024 * 1024,
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                100,
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                guarantee,
                StreamsConfig.producerPrefix("compression.type"),
                "lz4"));
        // Given as -Dstreams.max.task.idle.ms=-1 and so on: tries out one setting.
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("streams."))
                .forEach(name -> settings.put(name.substring("streams.".length()), System.getProperty(name)));
        Properties properties = new Properties();
        properties.putAll(settings);
        KafkaStreams streams = new KafkaStreams(
                CountingTopology.build(new StreamsConfig(settings), new SimpleMeterRegistry()), properties);
        streams.start();
        return new PlainEngine(streams);
    }

    @Override
    public void close() {
        streams.close(Duration.ofSeconds(10));
    }
}
