package de.visitenkarte.dashboards;

import static org.awaitility.Awaitility.await;

import de.visitenkarte.standalone.Addresses;
import de.visitenkarte.standalone.Options;
import de.visitenkarte.standalone.Standalone;
import de.visitenkarte.standalone.StartListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** The whole product with its demo, once for all tests: what they read was accepted, counted, projected and released. */
final class Product implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final String MINISTRY = "*";
    private static final String RELEASED_HOUR = "period_kind = 'hour' AND scope_kind = 'authority' AND subject = 'all'"
            + " AND state = 'released' AND superseded_at IS NULL";

    private final Path data;
    private final Standalone standalone;
    private final Connection owner;

    private Product(Path data, Standalone standalone) throws SQLException {
        Standalone.Database database = standalone.database();
        this.data = data;
        this.standalone = standalone;
        this.owner = DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    /** Returns a product whose demo's history has been released. */
    static Product start() throws IOException, InterruptedException, SQLException {
        Path data = Files.createTempDirectory("visitenkarte-dashboards");
        HistoryListener history = new HistoryListener();
        Standalone standalone = Standalone.start(Options.forDemo(data, new ShortHistoryClock()), history);
        Product product = new Product(data, standalone);
        try {
            await().atMost(LIMIT).until(() -> product.hasReleased(history.events));
            product.createLogins();
            return product;
        } catch (IOException | RuntimeException e) {
            product.close();
            throw e;
        }
    }

    /** Opens a session as Grafana does for the ministry. */
    Reader ministry() throws SQLException, IOException {
        return login(MINISTRY);
    }

    /** Opens a session as Grafana does for an authority that had visitors in the last hour that {@link #lastActivity()} is in. */
    Reader authority() throws SQLException, IOException {
        return login(text("SELECT scope_id FROM release.wait_figure WHERE " + RELEASED_HOUR
                + " ORDER BY starts_at DESC, visits DESC LIMIT 1"));
    }

    /** Returns the middle of the last hour in which visitors were called, so that „last hour“ and „last day“ have figures. */
    Instant lastActivity() throws SQLException {
        String sql = "SELECT max(starts_at) + interval '30 minutes' FROM release.wait_figure WHERE " + RELEASED_HOUR;
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getTimestamp(1).toInstant();
        }
    }

    private boolean hasReleased(long events) throws SQLException {
        long ratings = number("SELECT sum(n) FROM cell.rating_cell, unnest(counts) AS n WHERE question_id = 'overall'");
        long visits = number("SELECT sum(visits) FROM cell.wait_cell");
        return ratings + visits >= events && number("SELECT count(*) FROM release.changed_day") == 0;
    }

    /** With the command that makes them in production, and the passwords that it writes. */
    private void createLogins() throws IOException {
        Standalone.Database database = standalone.database();
        Map<String, String> variables = Map.of(
                "VISITENKARTE_DATABASE_URL", database.url(),
                "VISITENKARTE_DATABASE_USER", database.user(),
                "VISITENKARTE_DATABASE_PASSWORD", database.password());
        ApiCommand.run(
                variables, "grafana", "api.yaml", "--directory", grafana().toString());
    }

    private Reader login(String sees) throws SQLException, IOException {
        String login = text("SELECT role_name FROM access.login WHERE sees = '" + sees + "'");
        String password = Files.readString(grafana().resolve("passwords").resolve(login));
        return new Reader(standalone.database().url(), login, password);
    }

    private Path grafana() {
        return data.resolve("grafana");
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        owner.close();
        standalone.close();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Remembers how many events the history has. */
    private static final class HistoryListener implements StartListener {

        private volatile long events;

        @Override
        public void starting(int step, int steps, String what) {}

        @Override
        public void ready(Duration took) {}

        @Override
        public void serving(Addresses addresses) {}

        @Override
        public void progress(String task, long done, long total) {
            events = total;
        }
    }
}
