package de.visitenkarte.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.visitenkarte.api.audit.AuditAction;
import de.visitenkarte.api.audit.AuditEvent;
import de.visitenkarte.api.audit.AuditException;
import de.visitenkarte.api.audit.AuditLog;
import de.visitenkarte.api.database.Database;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.sourceforge.argparse4j.inf.ArgumentParserException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The command {@code audit} as an operator starts it; a command that fails ends the process with 1. */
@SuppressWarnings("NullAway.Init")
class AuditCommandIT {

    private static String database;

    @BeforeAll
    static void writeOneEntry() {
        database = PostgresForTests.newDatabase();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database);
        Database.migrate(source);
        new AuditLog(Database.jdbi(source), Clock.systemUTC())
                .append(new AuditEvent("account-1", AuditAction.SIGNED_IN, null, "account-1", Map.of()));
    }

    @Test
    void verifiesAndTakesItsOwnHeadAsAMark() throws Throwable {
        List<String> printed = run("verify");
        assertThat(printed).hasSize(3).startsWith("entries: 1").endsWith("Every entry is as it was written.");

        String head = printed.get(1).replace("head: ", "");
        assertThat(run("verify", "--expect", head)).isEqualTo(printed);
        assertThatThrownBy(() -> run("verify", "--expect", head.replaceFirst("1", "2")))
                .isInstanceOf(AuditException.class)
                .hasMessage("Entry 2 is missing: the log was cut off after entry 1.");
    }

    @Test
    void lists() throws Throwable {
        assertThat(run("list", "--since", "2026-01-01", "--action", "signed-in", "--actor", "account-1"))
                .singleElement()
                .asString()
                .contains("  account-1  signed-in  -  account-1  {}");
        assertThat(run("list", "--since", "2099-01-01T00:00:00Z")).containsExactly("No entry matches.");
        assertThat(run("list", "--authority", "musterstadt")).containsExactly("No entry matches.");
    }

    @Test
    void saysWhatATimeLooksLike() {
        assertThatThrownBy(() -> run("list", "--since", "yesterday"))
                .isInstanceOf(AuditException.class)
                .hasMessage("This is neither a day nor a moment: yesterday");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "delete", "list --limit 0", "list --action flew", "verify --expect"})
    void refusesOtherArguments(String arguments) {
        assertThatThrownBy(() -> run(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1)))
                .isInstanceOf(ArgumentParserException.class);
    }

    private static List<String> run(String... arguments) throws Throwable {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ApiApplication application =
                new ApiApplication(
                        RunningApi.variables(database), new PrintStream(printed, true, StandardCharsets.UTF_8)) {
                    @Override
                    protected void onFatalError(Throwable t) {
                        throw new IllegalStateException(t);
                    }
                };
        try {
            application.run(Stream.concat(Stream.of("audit", "api.yaml"), Stream.of(arguments))
                    .toArray(String[]::new));
        } catch (IllegalStateException e) {
            throw e.getCause();
        }
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
