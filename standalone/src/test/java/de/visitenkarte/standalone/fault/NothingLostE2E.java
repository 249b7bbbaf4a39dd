package de.visitenkarte.standalone.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.visitenkarte.standalone.Options;
import de.visitenkarte.standalone.Standalone;
import de.visitenkarte.standalone.StartListener;
import de.visitenkarte.standalone.TestRegistry;
import de.visitenkarte.standalone.fault.Workload.Batch;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** 5,000 ratings while the whole process tree is killed twice: each is counted once, in its own quarter hour. */
class NothingLostE2E {

    private static final int ITEMS = 5000;
    private static final long SEED = 20261122;
    private static final Duration COUNT_LIMIT = Duration.ofMinutes(2);

    /** How soon after a batch was answered the kill comes: in the middle of the next ones. */
    private static final int LONGEST_FUSE_MILLIS = 60;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void countsEveryRatingOnceThoughEverythingIsKilledTwice() throws Exception {
        Path registry = TestRegistry.write(directory.resolve("registry.yaml"));
        Workload workload = new Workload(SEED, Instant.now(), TestRegistry.DEVICES);
        List<Batch> batches = workload.batches(ITEMS);
        Random random = new Random(SEED);
        Tablets tablets;
        try (Product product = new Product(directory, registry)) {
            tablets = new Tablets(product.api());
            CompletableFuture<Void> restarted = CompletableFuture.completedFuture(null);
            for (int i = 0; i < batches.size(); i++) {
                if (i == batches.size() / 3 || i == batches.size() * 2 / 3) {
                    restarted.join();
                    restarted = product.killAndRestart(Duration.ofMillis(random.nextInt(LONGEST_FUSE_MILLIS)));
                }
                tablets.send(batches.get(i));
            }
            restarted.join();
            product.stop();
        }

        assertThat(tablets.attemptsInVain()).as("the kills came while sending").isPositive();
        assertThat(tablets.verdicts("rejected")).isEqualTo(workload.malformed());
        assertThat(tablets.verdicts("accepted") + tablets.verdicts("duplicate"))
                .isEqualTo(workload.distinct() + workload.repeated());
        assertThat(workload.distinct() + workload.repeated() + workload.malformed())
                .isEqualTo(ITEMS);
        assertCounted(registry, workload);
    }

    private void assertCounted(Path registry, Workload workload) throws Exception {
        Map<String, Long> expected = workload.ledger().entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> cell(
                                TestRegistry.areaOf(entry.getKey().device()),
                                entry.getKey().bucketStart(),
                                entry.getKey().overall()),
                        Collectors.summingLong(Map.Entry::getValue)));
        try (Standalone product =
                Standalone.start(Options.forTest(directory.resolve("data"), registry), StartListener.SILENT)) {
            Standalone.Database database = product.database();
            try (Connection connection =
                    DriverManager.getConnection(database.url(), database.user(), database.password())) {
                await().atMost(COUNT_LIMIT)
                        .untilAsserted(() -> assertThat(counted(connection)).isEqualTo(expected));
            }
        }
    }

    private static Map<String, Long> counted(Connection connection) throws SQLException {
        Map<String, Long> counted = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT area_id, extract(epoch FROM bucket_start)::bigint, value, count
                        FROM cell.rating_cell
                        CROSS JOIN unnest(counts) WITH ORDINALITY AS answers (count, value)
                        WHERE question_id = 'overall'
                          AND count > 0
                        """)) {
            while (rows.next()) {
                counted.put(cell(rows.getString(1), rows.getLong(2), rows.getInt(3)), rows.getLong(4));
            }
        }
        return counted;
    }

    private static String cell(String area, long bucketStart, int overall) {
        return area + ' ' + Instant.ofEpochSecond(bucketStart) + ' ' + overall;
    }
}
