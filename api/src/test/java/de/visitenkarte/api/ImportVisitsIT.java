package de.visitenkarte.api;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code import-visits} as an operator starts it; no broker is there. */
@SuppressWarnings("NullAway.Init")
class ImportVisitsIT {

    private static final String GOOD = "Ankunft;Aufruf;Termin\n16.11.2026 08:05;16.11.2026 08:21;nein\n";

    private static Map<String, String> variables;

    @TempDir
    private Path directory;

    @BeforeAll
    static void importRegistry() {
        variables = RunningApi.variables(PostgresForTests.newDatabase());
        RunningApi.importRegistry(variables, "src/test/resources/registry.yaml");
    }

    @Test
    void dryRunNeedsNoBroker() {
        assertThatCode(() -> run(GOOD, "--dry-run")).doesNotThrowAnyException();
    }

    @Test
    void fileWithAFaultIsNotSent() {
        assertThatThrownBy(() -> run(GOOD + "gestern;heute;nein\n", "--dry-run"))
                .rootCause()
                .hasMessage("2 faults in the file; nothing was sent");
    }

    @Test
    void faultsCanBeSkippedOnDemand() {
        assertThatCode(() -> run(GOOD + "gestern;heute;nein\n", "--dry-run", "--skip-invalid"))
                .doesNotThrowAnyException();
    }

    @Test
    void columnForAClerkCannotBeSkipped() {
        assertThatThrownBy(() -> run("Sachbearbeiter;" + GOOD, "--dry-run", "--skip-invalid"))
                .rootCause()
                .hasMessage("1 faults in the file; nothing was sent");
    }

    @Test
    void withoutABrokerNothingIsSent() {
        assertThatThrownBy(() -> run(GOOD)).rootCause().hasMessageContaining("Timed out");
    }

    private void run(String content, String... options) throws IOException {
        Path file = Files.writeString(directory.resolve("besuche.csv"), content);
        List<String> arguments = new ArrayList<>(List.of("import-visits", "api.yaml", "--file", file.toString()));
        arguments.addAll(List.of("--integration", "musterstadt-aufruf"));
        arguments.addAll(List.of(options));
        RunningApi.run(variables, arguments.toArray(String[]::new));
    }
}
