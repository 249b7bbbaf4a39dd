package de.visitenkarte.bench.replay;

import de.visitenkarte.standalone.Standalone.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What the cells in PostgreSQL add up to. */
final class Counted implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Connection connection;

    Counted(Database database) throws SQLException {
        connection = DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    /** Returns how many ratings and visits the cells have counted. */
    long events() throws SQLException {
        return number("""
                SELECT (SELECT coalesce(sum(number), 0)
                        FROM cell.rating_cell
                        CROSS JOIN unnest(counts) AS number
                        WHERE question_id = 'overall')
                     + (SELECT coalesce(sum(visits), 0) FROM cell.wait_cell)
                """);
    }

    /** Returns how many cells there are. */
    long rows() throws SQLException {
        return number("SELECT (SELECT count(*) FROM cell.rating_cell) + (SELECT count(*) FROM cell.wait_cell)");
    }

    /** Forgets the cells and how far they were read, as if none had ever been projected. */
    void forget() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE cell.rating_cell, cell.wait_cell, cell.projected_offset");
        }
    }

    /** Waits until so many events are counted. */
    void await(long events) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (events() < events) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Only " + events() + " of " + events + " events became cells");
            }
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        }
    }

    private long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
