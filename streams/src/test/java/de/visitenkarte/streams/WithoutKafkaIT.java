package de.visitenkarte.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithoutKafkaIT {

    @TempDir
    private Path stateDirectory;

    @Test
    void staysUpAndSaysWhatItWaitsFor() throws Exception {
        try (RunningApplication application = start()) {
            assertThat(application.get("/ready").statusCode()).isEqualTo(503);
            assertThat(application.get("/ready").body()).startsWith("waiting for Kafka");
            assertThat(application.get("/healthcheck").statusCode()).isEqualTo(500);
            assertThat(application.get("/healthcheck").body()).contains("Kafka does not answer");
            assertThat(application.get("/metrics").body()).contains("ratings_counted_total");
        }
    }

    @Test
    void stopsWithinTenSeconds() throws Exception {
        RunningApplication application = start();
        Instant before = Instant.now();
        application.close();
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void doesNotStartWithoutAStateDirectory() {
        assertThatThrownBy(() -> new StreamsApplication(Map.of()) {
                    @Override
                    protected void onFatalError(Throwable t) {
                        throw new IllegalStateException(t);
                    }
                }.run("server", "streams.yaml"))
                .hasStackTraceContaining("VISITENKARTE_STREAMS_STATE");
    }

    private RunningApplication start() throws Exception {
        return RunningApplication.start("127.0.0.1:" + LoopbackBroker.freePort(), stateDirectory);
    }
}
