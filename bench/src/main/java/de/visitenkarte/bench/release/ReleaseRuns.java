package de.visitenkarte.bench.release;

import de.visitenkarte.api.ApiApplication;
import de.visitenkarte.api.database.Database;
import de.visitenkarte.api.release.Releaser;
import de.visitenkarte.bench.http.Fleet;
import de.visitenkarte.standalone.postgres.EmbeddedPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Measures release runs. Arguments: directory for the data, authorities, days of history, minutes of one day after it.
 *
 * <p>All that a minute brings is released in one run, which is more than a run of the product finds.
 */
public final class ReleaseRuns {

    private static final LocalDate FIRST = LocalDate.of(2026, 2, 2);

    private final Clock clock = new Stopped();
    private final Offices offices;
    private final Releaser releaser;
    private Instant now = Instant.EPOCH;

    private ReleaseRuns(Jdbi jdbi, Fleet fleet) {
        this.offices = new Offices(jdbi, fleet);
        this.releaser = new Releaser(jdbi, clock, new SimpleMeterRegistry());
    }

    /** Runs what the arguments say and prints lines of a table in Markdown. */
    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        Fleet fleet = new Fleet(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[1]));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory.resolve("postgres"))) {
            Path registry = fleet.writeRegistry(directory.resolve("registry.yaml"));
            new ApiApplication(Map.of(
                            "VISITENKARTE_DATABASE_URL", postgres.jdbcUrl(),
                            "VISITENKARTE_DATABASE_USER", postgres.user(),
                            "VISITENKARTE_DATABASE_PASSWORD", postgres.password()))
                    .run("import-registry", "api.yaml", "--file", registry.toString());
            ReleaseRuns runs = new ReleaseRuns(access(postgres), fleet);
            LocalDate today = runs.history(Integer.parseInt(arguments[2]), fleet);
            runs.minutes(today, Integer.parseInt(arguments[3]));
        }
    }

    private static Jdbi access(EmbeddedPostgres postgres) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(postgres.jdbcUrl());
        source.setUser(postgres.user());
        source.setPassword(postgres.password());
        source.setReWriteBatchedInserts(true);
        return Database.jdbi(source);
    }

    /** Releases a history at once; returns the working day after it. */
    private LocalDate history(int days, Fleet fleet) {
        LocalDate day = FIRST;
        for (int i = 0; i < days; i++) {
            offices.day(day);
            day = nextWorkingDay(day);
        }
        now = day.atTime(5, 0).toInstant(ZoneOffset.UTC);
        double seconds = run() / 1e3;
        System.out.printf(
                "| history of %d offices and %d days | %.1f s | %.0f office days per second |%n",
                fleet.authorities(), days, seconds, fleet.authorities() * days / seconds);
        return day;
    }

    private void minutes(LocalDate day, int minutes) {
        double[] normal = new double[minutes];
        double longest = 0;
        int count = 0;
        for (int minute = 0; minute < minutes; minute++) {
            offices.minute(day, minute);
            now = day.atTime(7, 0).plusMinutes(minute + 1).toInstant(ZoneOffset.UTC);
            double millis = run();
            if (minute > 0 && (minute + 1) % 60 == 0) {
                longest = Math.max(longest, millis);
            } else {
                normal[count++] = millis;
            }
        }
        double[] sorted = Arrays.copyOf(normal, count);
        Arrays.sort(sorted);
        System.out.printf(
                "| a minute | median %.0f ms, 95 of 100 within %.0f ms, longest %.0f ms |%n",
                sorted[count / 2], sorted[count * 95 / 100], sorted[count - 1]);
        System.out.printf("| the minute in which an hour ends | longest %.0f ms |%n", longest);
    }

    /** Returns milliseconds. */
    private double run() {
        long began = System.nanoTime();
        releaser.run();
        return (System.nanoTime() - began) / 1e6;
    }

    private static LocalDate nextWorkingDay(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.FRIDAY ? day.plusDays(3) : day.plusDays(1);
    }

    /** Stands where the benchmark sets it. */
    private final class Stopped extends Clock {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
