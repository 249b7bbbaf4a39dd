package de.visitenkarte.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a tap on a tablet in a real browser, also offline, to the private cell: every tap once, and of the visitor no trace. */
class FirstRatingE2E {

    private static final Duration COUNT_LIMIT = Duration.ofSeconds(30);
    private static final String DEVICE = "a-1-1";

    @TempDir
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private Traces traces;

    @Test
    void countsEveryTapOnceAlsoThoseMadeOffline() throws Exception {
        Path registry = TestRegistry.write(directory.resolve("registry.yaml"));
        Options options = Options.forTest(directory.resolve("data"), registry);
        EverythingKept kept;
        try (Standalone product = Standalone.start(options, StartListener.SILENT)) {
            kept = new EverythingKept();
            JsonNode sent = BrowserScript.run(
                    "tablet-survey/e2e/first-rating.mjs",
                    "tablet",
                    Map.of(
                            "BASE_URL", product.addresses().api().toString().replaceAll("/$", ""),
                            "DEVICE_TOKEN", TestRegistry.tokenOf(DEVICE)));
            Map<Integer, Long> expected = new TreeMap<>();
            sent.get("ratings")
                    .forEach(rating -> expected.merge(rating.get("overall").asInt(), 1L, Long::sum));
            assertThat(sent.get("sent").asInt()).isEqualTo(4);
            try (Connection connection = DriverManager.getConnection(
                    product.database().url(),
                    product.database().user(),
                    product.database().password())) {
                await().atMost(COUNT_LIMIT)
                        .untilAsserted(() -> assertThat(counted(connection)).isEqualTo(expected));
                leaveNoTrace(product, kept, connection);
            }
        }
        try (kept) {
            leaveNoTrace(directory.resolve("data"), kept);
        }
    }

    /** Whatever else comes with a request, and its exact time, is nowhere; while what should be there is found. */
    private void leaveNoTrace(Standalone product, EverythingKept kept, Connection connection) throws Exception {
        VisitorInDisguise visitor = new VisitorInDisguise(product.addresses());
        traces = visitor.traces();
        visitor.visit();
        await().atMost(COUNT_LIMIT)
                .until(() -> exists(connection, "cell.rating_cell WHERE area_id = 'b-1'")
                        && exists(connection, "cell.wait_cell WHERE office_id = 'b-office'")
                        && exists(connection, "account.source WHERE source_id = 'b-1-1'"));
        List<String> seen = new ArrayList<>();
        kept.topics(product.kafka(), (where, content) -> look(where, content, seen));
        assertThat(seen).contains("the topic visitenkarte.rating.v1", "the topic __transaction_state");
        kept.tables(connection, (where, content) -> look(where, content, seen));
        assertThat(seen).contains("the table account.source", "the table registry.device");
        kept.pages(product.addresses(), (where, content) -> look(where, content, seen));
    }

    private void leaveNoTrace(Path data, EverythingKept kept) throws Exception {
        List<String> seen = new ArrayList<>();
        kept.files(data, (where, content) -> {
            traces.assertNoneIn(where, content);
            if (content.contains("b-1-1")) {
                seen.add(where);
            }
        });
        assertThat(seen)
                .as("tablets are named where they should be, so files are really read")
                .anyMatch(where -> where.startsWith("the file kafka/log/visitenkarte.rating.v1"))
                .anyMatch(where -> where.startsWith("the file streams/"))
                .anyMatch(where -> where.startsWith("the file postgres/cluster/"));
        assertThat(kept.logLines())
                .allSatisfy(line -> look("the log", line, seen))
                .noneMatch(line -> line.contains("127.0.0.1") && line.matches("(?s).*(/v1/|GET|POST|Bearer).*"));
    }

    private void look(String where, String content, List<String> seen) {
        traces.assertNoneIn(where, content);
        seen.add(where);
    }

    private static boolean exists(Connection connection, String rows) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT EXISTS (SELECT FROM " + rows + ")")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static Map<Integer, Long> counted(Connection connection) throws SQLException {
        Map<Integer, Long> counted = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT value, sum(count)
                        FROM cell.rating_cell
                        CROSS JOIN unnest(counts) WITH ORDINALITY AS answers (count, value)
                        WHERE question_id = 'overall'
                          AND area_id = 'a-1'
                          AND count > 0
                        GROUP BY value
                        """)) {
            while (rows.next()) {
                counted.put(rows.getInt(1), rows.getLong(2));
            }
        }
        return counted;
    }
}
