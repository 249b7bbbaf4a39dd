package de.visitenkarte.streams.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.streams.CountingTopology;
import de.visitenkarte.streams.engine.EngineProperties;
import de.visitenkarte.streams.engine.EngineSettings;
import io.dropwizard.util.DataSize;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

/**
 * The second part of docs/metrics.md is about this application; the first is the api's.
 * {@code mvn -pl streams -am test -Dgolden.rewrite=true} renews it.
 */
class MetricsDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "metrics.md");
    private static final String HEADING = "\n## Streams\n";

    private static final String INTRODUCTION = """

            Streams serves these at `/metrics` of its port, beside those of the JVM. Events are ratings or visits, as the name
            says. All count since the start of the process; the accounts in the database are exact beyond a crash.

            | Prometheus | in the code | type | meaning |
            |---|---|---|---|
            """;

    private static final String KAFKA = """

            And of the several hundred meters of Kafka's clients this selection:

            | Prometheus | meaning |
            |---|---|
            """;

    @Test
    void metricsAreThoseOfTheCode() throws IOException {
        String document = Files.readString(DOCUMENT);
        int start = document.indexOf(HEADING);
        String api = start < 0 ? document : document.substring(0, start);
        String generated = api + HEADING + INTRODUCTION + own() + KAFKA + selected();
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(DOCUMENT, generated);
        }

        assertThat(Files.readString(DOCUMENT))
                .as("docs/metrics.md; renew it with -Dgolden.rewrite=true and read what changed")
                .isEqualTo(generated);
    }

    @Test
    void everyMeterSaysWhatItCounts() {
        assertThat(meters())
                .hasSizeGreaterThanOrEqualTo(10)
                .allSatisfy(meter -> assertThat(meter.getId().getDescription())
                        .as(meter.getId().getName())
                        .isNotBlank());
    }

    private static String own() {
        return meters().stream()
                .map(Meter::getId)
                .map(id -> "| `" + prometheus(id.getName()) + (id.getType() == Meter.Type.COUNTER ? "_total" : "")
                        + "` | `" + id.getName() + "` | "
                        + id.getType().name().toLowerCase(Locale.ROOT) + " | " + id.getDescription() + " |\n")
                .collect(Collectors.joining());
    }

    private static String selected() {
        return new TreeMap<>(KafkaMeters.SHOWN)
                .entrySet().stream()
                        .map(meter -> "| `" + prometheus(meter.getKey()) + "` | " + meter.getValue() + " |\n")
                        .collect(Collectors.joining());
    }

    /** What grows only ends in total: Micrometer takes that off, and Prometheus' client puts it on again. */
    private static String prometheus(String name) {
        return new PrometheusNamingConvention().name(name, Meter.Type.OTHER, null)
                + (name.endsWith(".total") ? "_total" : "");
    }

    private static List<Meter> meters() {
        Properties properties = new Properties();
        properties.putAll(EngineProperties.of(new EngineSettings(
                "no-broker:9092", 1, Path.of("never-created"), 1, 0, DataSize.mebibytes(8), DataSize.mebibytes(8))));
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        assertThat(CountingTopology.build(new StreamsConfig(properties), registry))
                .isNotNull();
        return registry.getMeters().stream()
                .sorted(Comparator.comparing(meter -> meter.getId().getName()))
                .toList();
    }
}
