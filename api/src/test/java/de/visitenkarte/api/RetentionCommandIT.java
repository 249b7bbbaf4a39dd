package de.visitenkarte.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The command {@code retention} as an operator starts it. */
class RetentionCommandIT {

    private final Map<String, String> variables = new HashMap<>(RunningApi.variables(PostgresForTests.newDatabase()));

    @Test
    void looksThenDeletesThenShowsTheProof() throws Throwable {
        assertThat(run("proofs")).containsExactly("No rule has been carried out yet.");
        assertThat(run("run", "--dry-run"))
                .hasSize(13)
                .anyMatch(line -> line.matches("rating-cells +cell.rating_cell +before \\S+  0 rows"))
                .endsWith("Nothing was deleted.");
        assertThat(run("proofs")).hasSize(1);
        assertThat(run("run")).hasSize(12).allMatch(line -> line.endsWith("  0 rows deleted"));
        assertThat(run("proofs")).hasSize(12).allMatch(line -> line.contains(" 0 rows deleted, the oldest left of -,"));
        assertThat(run("proofs", "--limit", "2")).hasSize(2);
    }

    @Test
    void refusesToKeepLessThanTheGateNeeds() {
        variables.put("VISITENKARTE_CELL_MONTHS", "8");

        assertThatThrownBy(() -> run("run"))
                .hasMessageContaining("retention.cellMonths must be greater than or equal to 9");
    }

    private List<String> run(String... arguments) throws Throwable {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ApiApplication application =
                new ApiApplication(variables, new PrintStream(printed, true, StandardCharsets.UTF_8)) {
                    @Override
                    protected void onFatalError(Throwable t) {
                        throw new IllegalStateException(t);
                    }
                };
        try {
            application.run(Stream.concat(Stream.of("retention", "api.yaml"), Stream.of(arguments))
                    .toArray(String[]::new));
        } catch (IllegalStateException e) {
            throw e.getCause();
        }
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
