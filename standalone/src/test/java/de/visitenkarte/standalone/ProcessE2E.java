package de.visitenkarte.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.visitenkarte.standalone.machine.LoopbackPort;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as a person starts, stops and kills it. */
class ProcessE2E {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration END_LIMIT = Duration.ofSeconds(20);
    private static final String RUNNING = "Visitenkarte is running.";

    @TempDir
    Path directory;

    @Test
    void stopsWithoutTraceOnCtrlCAndStartsAgainAfterItWasKilled() throws Exception {
        try (ChildProcess stopped = start()) {
            stopped.awaitOutput(RUNNING, START_LIMIT);
            stopped.signal("INT");
            assertThat(stopped.awaitExit()).isZero();
            assertThat(stopped.err()).isEmpty();
            assertThat(stopped.out()).endsWith("Stopped.\n");
            assertThat(databaseRuns()).isFalse();
        }
        try (ChildProcess killed = start()) {
            killed.awaitOutput(RUNNING, START_LIMIT);
            killed.signal("KILL");
            killed.awaitExit();
        }
        try (ChildProcess restarted = start()) {
            restarted.awaitOutput(RUNNING, START_LIMIT);
            restarted.signal("TERM");
            assertThat(restarted.awaitExit()).isZero();
        }
        await().atMost(END_LIMIT).until(() -> !databaseRuns());
    }

    /** Kafka's own start breaks when it is interrupted: at some moments it hung, at others it ended the process. */
    @ParameterizedTest
    @ValueSource(longs = {1, 400})
    void stopsInTheMiddleOfTheStart(long afterMilliseconds) throws Exception {
        try (ChildProcess program = start()) {
            program.awaitOutput("Kafka", START_LIMIT);
            assertThat(program.endsWithin(Duration.ofMillis(afterMilliseconds))).isFalse();
            program.signal("INT");
            assertThat(program.awaitExit()).isZero();
            assertThat(program.err()).isEmpty();
            assertThat(databaseRuns()).isFalse();
        }
    }

    private ChildProcess start() throws Exception {
        int port = LoopbackPort.findFree(Options.PORTS);
        return ChildProcess.start(
                directory, "--no-demo", "--port", Integer.toString(port), "--data", data().toString());
    }

    private Path data() {
        return directory.resolve("data");
    }

    private boolean databaseRuns() {
        return ProcessHandle.allProcesses()
                .anyMatch(process -> process.info()
                        .command()
                        .filter(command -> command.startsWith(data().toString()))
                        .isPresent());
    }
}
