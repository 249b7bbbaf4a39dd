package de.visitenkarte.bench;

import java.io.PrintStream;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * Measures how long it takes from a tap until its rating is in its private cell in PostgreSQL, and until it is accepted.
 *
 * <p>Arguments: root of the api, token of a device, JDBC address, user, password, ratings per second, seconds of warm-up,
 * seconds of measurement.
 */
public final class TapToCell {

    private static final int COLD_RATE = 200;

    private TapToCell() {}

    /** Runs one measurement and prints it as a line of a table in Markdown. */
    public static void main(String[] arguments) throws Exception {
        URI api = URI.create(arguments[0]);
        String token = arguments[1];
        int rate = Integer.parseInt(arguments[5]);
        Duration warmUp = Duration.ofSeconds(Long.parseLong(arguments[6]));
        Duration measured = Duration.ofSeconds(Long.parseLong(arguments[7]));

        // The small hours of yesterday: no simulated visitor rates then, so every new count is one of ours.
        Instant night = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofHours(22));
        try (CellWatch cells = new CellWatch(arguments[2], arguments[3], arguments[4], night)) {
            TapGenerator taps = new TapGenerator(api, token, night);
            // A cold program falls so far behind a high rate that the generator's memory is filled with what waits.
            run(taps, cells, Math.min(rate, COLD_RATE), warmUp);
            run(taps, cells, rate, warmUp);
            Result result = run(taps, cells, rate, measured);
            print(System.out, rate, measured, result);
        }
    }

    /** Latencies in microseconds. */
    private record Result(Histogram accepted, Histogram visible, long failed) {}

    private static Result run(TapGenerator taps, CellWatch cells, int rate, Duration duration)
            throws InterruptedException, SQLException {
        int count = Math.toIntExact(rate * duration.toSeconds());
        TapGenerator.Run run = taps.start(rate, count);
        Histogram visible = cells.watch(run);
        return new Result(run.accepted(), visible, run.failed());
    }

    private static void print(PrintStream out, int rate, Duration duration, Result result) {
        out.printf(
                Locale.ROOT,
                "| %d/s, %d s | %s | %s | %d |%n",
                rate,
                duration.toSeconds(),
                describe(result.accepted()),
                describe(result.visible()),
                result.failed());
    }

    private static String describe(Histogram micros) {
        return String.format(
                Locale.ROOT,
                "p50 %.0f ms, p99 %.0f ms, max %.0f ms",
                micros.getValueAtPercentile(50) / 1000.0,
                micros.getValueAtPercentile(99) / 1000.0,
                micros.getMaxValue() / 1000.0);
    }
}
