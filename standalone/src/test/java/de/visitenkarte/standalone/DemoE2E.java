package de.visitenkarte.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import de.visitenkarte.standalone.demo.Ledger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a newcomer meets it: its figures are what its simulator sent, and the board shows them. */
class DemoE2E {

    private static final Duration COUNT_LIMIT = Duration.ofMinutes(4);

    @TempDir
    Path directory;

    @Test
    void showsOnTheBoardWhatTheSimulatorSent() throws Exception {
        Path data = directory.resolve("data");
        Options options = Options.forDemo(data, Clock.systemUTC());
        try (Standalone product = Standalone.start(options, StartListener.SILENT)) {
            try (Connection connection = DriverManager.getConnection(
                    product.database().url(),
                    product.database().user(),
                    product.database().password())) {
                await().atMost(COUNT_LIMIT).pollInterval(Duration.ofSeconds(2)).untilAsserted(() -> {
                    Ledger ledger = Ledger.read(data.resolve("demo/ledger"));
                    assertThat(answers(connection)).isEqualTo(ledger.answers());
                    assertThat(waits(connection)).isEqualTo(ledger.waits());
                });
                await().atMost(COUNT_LIMIT).until(() -> unreleasedDays(connection) == 0);
            }
            JsonNode seen = BrowserScript.run(
                    "api/src/test/browser/board.mjs",
                    "board",
                    Map.of(
                            "BASE_URL", product.addresses().api().toString().replaceAll("/$", ""),
                            "LOGIN", StaffAccounts.MINISTRY,
                            "PASSWORD", oneTimePassword(product)));
            assertThat(seen.isObject()).isTrue();
        }
    }

    private static String oneTimePassword(Standalone product) {
        return product.signIns().stream()
                .filter(signIn -> signIn.login().equals(StaffAccounts.MINISTRY))
                .map(SignIn::password)
                .findFirst()
                .orElseThrow();
    }

    private static Map<Ledger.Answer, Long> answers(Connection connection) throws SQLException {
        Map<Ledger.Answer, Long> answers = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT office_id, area_id, extract(epoch FROM bucket_start)::bigint, question_id, value, count
                        FROM cell.rating_cell
                        CROSS JOIN unnest(counts) WITH ORDINALITY AS answers (count, value)
                        WHERE count > 0
                        """)) {
            while (rows.next()) {
                Ledger.Answer answer = new Ledger.Answer(
                        rows.getString(1),
                        rows.getString(2),
                        Instant.ofEpochSecond(rows.getLong(3)),
                        rows.getString(4),
                        rows.getInt(5));
                answers.put(answer, rows.getLong(6));
            }
        }
        return answers;
    }

    private static Map<Ledger.Wait, Ledger.WaitTotal> waits(Connection connection) throws SQLException {
        Map<Ledger.Wait, Ledger.WaitTotal> waits = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT office_id, with_appointment, extract(epoch FROM bucket_start)::bigint, visits, wait_seconds_sum
                        FROM cell.wait_cell
                        """)) {
            while (rows.next()) {
                Ledger.Wait wait =
                        new Ledger.Wait(rows.getString(1), rows.getBoolean(2), Instant.ofEpochSecond(rows.getLong(3)));
                waits.put(wait, new Ledger.WaitTotal(rows.getLong(4), rows.getLong(5)));
            }
        }
        return waits;
    }

    private static long unreleasedDays(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM release.changed_day")) {
            row.next();
            return row.getLong(1);
        }
    }
}
