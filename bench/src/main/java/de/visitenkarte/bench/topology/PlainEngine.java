package de.visitenkarte.bench.topology;

import de.visitenkarte.streams.CountingTopology;
import de.visitenkarte.streams.engine.EngineProperties;
import de.visitenkarte.streams.engine.EngineSettings;
import io.dropwizard.util.DataSize;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
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
        DataSize memory = DataSize.mebibytes(16);
        Map<String, Object> settings =
                EngineProperties.of(new EngineSettings(kafka, 1, state, threads, 0, memory, memory));
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee);
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
