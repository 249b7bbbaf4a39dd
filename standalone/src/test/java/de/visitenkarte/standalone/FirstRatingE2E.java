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
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a tap on a tablet in a real browser, also offline, to the private cell: every tap once. */
class FirstRatingE2E {

    private static final Duration COUNT_LIMIT = Duration.ofSeconds(30);
    private static final String DEVICE = "a-1-1";

    @TempDir
    Path directory;

    @Test
    void countsEveryTapOnceAlsoThoseMadeOffline() throws Exception {
        Path registry = TestRegistry.write(directory.resolve("registry.yaml"));
        Options options = Options.forTest(directory.resolve("data"), registry);
        try (Standalone product = Standalone.start(options, StartListener.SILENT)) {
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
            }
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
