package de.visitenkarte.bench;

import de.visitenkarte.bench.TapGenerator.Run;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Watches private cells fill up. The count tells how many ratings are visible, not which; since they are counted in the order
 * in which they were sent, give or take those in flight, the k-th to become visible is taken for the k-th that was sent.
 */
final class CellWatch implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Connection connection;
    private final PreparedStatement count;

    /** @param from start of the first of the cells, which span four hours */
    CellWatch(String url, String user, String password, Instant from) throws SQLException {
        this.connection = DriverManager.getConnection(url, user, password);
        this.count = connection.prepareStatement("""
                SELECT coalesce(sum(number), 0)
                FROM cell.rating_cell
                CROSS JOIN unnest(counts) AS number
                WHERE bucket_start >= ?
                  AND bucket_start < ?
                  AND question_id = 'overall'
                """);
        count.setTimestamp(1, Timestamp.from(from));
        count.setTimestamp(2, Timestamp.from(from.plus(Duration.ofHours(4))));
    }

    /**
     * Returns the time from each intended tap until it was visible, in microseconds.
     *
     * @throws IllegalStateException if some are not visible a minute after the last was sent
     */
    Histogram watch(Run run) throws SQLException {
        Histogram visible = new Histogram(TimeUnit.MINUTES.toMicros(5), 3);
        long before = counted();
        long seen = 0;
        long deadline = run.intendedAt(run.count()) + PATIENCE.toNanos();
        while (seen < run.count()) {
            LockSupport.parkNanos(POLL.toNanos());
            long now = System.nanoTime();
            long total = counted() - before;
            for (; seen < Math.min(total, run.count()); seen++) {
                visible.recordValue(TimeUnit.NANOSECONDS.toMicros(now - run.intendedAt(seen)));
            }
            if (now > deadline) {
                throw new IllegalStateException("Only " + seen + " of " + run.count() + " ratings became visible");
            }
        }
        return visible;
    }

    private long counted() throws SQLException {
        try (ResultSet row = count.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
