package de.visitenkarte.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.visitenkarte.api.quarantine.QuarantineException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import net.sourceforge.argparse4j.inf.ArgumentParserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code quarantine} without PostgreSQL and without Kafka; the whole of it is in standalone's tests. */
class QuarantineCommandIT {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    /** A command that fails ends the process with 1. */
    @Test
    void saysInOneSentenceThatKafkaIsAway() {
        long startedAt = System.nanoTime();

        assertThatThrownBy(() -> run("list"))
                .isInstanceOf(QuarantineException.class)
                .hasMessageStartingWith("Kafka does not answer: ")
                .hasMessageNotContaining("\n");
        assertThat(Duration.ofNanos(System.nanoTime() - startedAt)).isLessThan(Duration.ofSeconds(25));
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"replay", "replay a/0/0 --all", "replay a/0/0 --reason unreadable"})
    void wantsToKnowWhatToReplay(String arguments) {
        assertThatThrownBy(() -> run(arguments.split(" ", -1)))
                .isInstanceOf(QuarantineException.class)
                .hasMessageStartingWith("Name the letters to replay, or say --all");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "delete", "show", "list --limit 0", "list --weather fine"})
    void refusesOtherArguments(String arguments) {
        assertThatThrownBy(() -> run(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1)))
                .isInstanceOf(ArgumentParserException.class);
    }

    private void run(String... arguments) throws Throwable {
        String[] all = new String[arguments.length + 2];
        all[0] = "quarantine";
        all[1] = "api.yaml";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        Command command = new Command(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            command.run(all);
        } catch (IllegalStateException e) {
            throw e.getCause();
        }
    }

    /** Throws instead of ending the process. */
    private static final class Command extends ApiApplication {

        Command(PrintStream console) {
            super(Map.of("VISITENKARTE_KAFKA", "127.0.0.1:1"), console);
        }

        @Override
        protected void onFatalError(Throwable t) {
            throw new IllegalStateException(t);
        }
    }
}
