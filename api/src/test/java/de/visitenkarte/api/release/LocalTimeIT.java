package de.visitenkarte.api.release;

import static de.visitenkarte.api.examples.RegistryBuilder.anAuthority;
import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.api.PostgresForTests;
import de.visitenkarte.api.database.Database;
import de.visitenkarte.api.projection.ProjectionDao;
import de.visitenkarte.events.WaitBins;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every quarter hour of a night in which the clocks change, and of a leap day, in the figures of its local day. */
@SuppressWarnings("NullAway.Init")
class LocalTimeIT {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String OFFICE = "musterstadt-mitte";
    private static final long QUARTER_HOUR = 900;
    private static final int VISITS = 5;

    private Jdbi jdbi;

    @BeforeEach
    void migrate() {
        jdbi = Database.jdbi(PostgresForTests.newMigratedDatabase());
        anAuthority("musterstadt").with(OFFICE).insert(jdbi);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-29, 23", "2026-10-25, 25", "2028-02-29, 24"})
    void dayHasAllItsQuarterHoursAndNoneOfItsNeighbours(LocalDate date, int hours) {
        fill(date.minusDays(1));
        fill(date);
        fill(date.plusDays(1));
        release();

        assertThat(list("""
                        SELECT concat_ws(' ', period_start, answers) FROM dash.rating_figure
                        WHERE scope_kind = 'office' AND period_kind = 'day' ORDER BY 1
                        """))
                .containsExactly(date.minusDays(1) + " 480", date + " " + 20 * hours, date.plusDays(1) + " 480");
        assertThat(list("""
                        SELECT concat_ws(' ', period_start, visits) FROM dash.wait_figure
                        WHERE scope_kind = 'office' AND period_kind = 'day' AND appointment = 'all' ORDER BY 1
                        """))
                .containsExactly(date.minusDays(1) + " 480", date + " " + 20 * hours, date.plusDays(1) + " 480");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-29, 23", "2026-10-25, 25", "2028-02-29, 24"})
    void dayHasAllItsHoursAndTheOneThatComesTwiceIsTwo(LocalDate date, int hours) {
        fill(date);
        release();

        List<String> figures = list("""
                SELECT concat_ws(' ', to_char("time" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), visits)
                FROM dash.wait_figure
                WHERE scope_kind = 'office' AND period_kind = 'hour' AND period_start = '%s' ORDER BY 1
                """.formatted(date));
        Instant midnight = date.atStartOfDay(BERLIN).toInstant();
        assertThat(figures).hasSize(hours);
        for (int hour = 0; hour < hours; hour++) {
            assertThat(figures.get(hour)).isEqualTo(midnight.plusSeconds(3600L * hour) + " 20");
        }
    }

    @Test
    void lateAnswersOfTheHourThatComesTwiceStayApart() {
        LocalDate date = LocalDate.parse("2026-10-25");
        fill(date);
        release();
        // 2:30 for the second time.
        write(Instant.parse("2026-10-25T01:30:00Z"), 2 * VISITS);
        release();

        assertThat(list("""
                        SELECT concat_ws(' ', extract(epoch FROM "time")::bigint, visits) FROM dash.wait_figure
                        WHERE scope_kind = 'office' AND period_kind = 'hour' AND visits <> 20
                        """))
                .containsExactly(Instant.parse("2026-10-25T01:00:00Z").getEpochSecond() + " 25");
        assertThat(list("""
                        SELECT visits::text FROM dash.wait_figure
                        WHERE scope_kind = 'office' AND period_kind = 'day' AND appointment = 'all'
                        """)).containsExactly("505");
    }

    @Test
    void leapDayIsInItsMonthAndQuarter() {
        fill(LocalDate.parse("2028-02-28"));
        fill(LocalDate.parse("2028-02-29"));
        fill(LocalDate.parse("2028-03-01"));
        release();

        assertThat(list("""
                        SELECT concat_ws(' ', period_kind, period_start, period_end, answers) FROM dash.rating_figure
                        WHERE scope_kind = 'authority' AND period_kind IN ('month', 'quarter') ORDER BY 1
                        """))
                .containsExactly(
                        "month 2028-02-01 2028-03-01 960",
                        "month 2028-03-01 2028-04-01 480",
                        "quarter 2028-01-01 2028-04-01 1440");
    }

    /** Five ratings and five visits in each quarter hour. */
    private void fill(LocalDate date) {
        long end = date.plusDays(1).atStartOfDay(BERLIN).toEpochSecond();
        jdbi.useTransaction(handle -> {
            for (long bucket = date.atStartOfDay(BERLIN).toEpochSecond(); bucket < end; bucket += QUARTER_HOUR) {
                write(handle, Instant.ofEpochSecond(bucket), VISITS);
            }
        });
    }

    private void write(Instant bucket, int people) {
        jdbi.useTransaction(handle -> write(handle, bucket, people));
    }

    private static void write(Handle handle, Instant bucket, int people) {
        handle.createUpdate("""
                        INSERT INTO cell.rating_cell
                            (office_id, bucket_start, question_id, area_id, instrument_version, counts)
                        VALUES (:office, :bucket, 'overall', 'area', 1, ARRAY[0, 0, 0, 0, :people]::bigint[])
                        ON CONFLICT (office_id, bucket_start, question_id, area_id, instrument_version) DO UPDATE
                        SET counts = excluded.counts
                        """)
                .bind("office", OFFICE)
                .bind("bucket", bucket)
                .bind("people", people)
                .execute();
        long[] histogram = new long[WaitBins.COUNT];
        histogram[WaitBins.binOf(600)] = people;
        handle.createUpdate("""
                        INSERT INTO cell.wait_cell
                            (office_id, bucket_start, with_appointment, visits, wait_seconds_sum, histogram)
                        VALUES (:office, :bucket, true, :people, 600 * :people, :histogram)
                        ON CONFLICT (office_id, bucket_start, with_appointment) DO UPDATE
                        SET visits = excluded.visits,
                            wait_seconds_sum = excluded.wait_seconds_sum,
                            histogram = excluded.histogram
                        """)
                .bind("office", OFFICE)
                .bind("bucket", bucket)
                .bind("people", people)
                .bind("histogram", histogram)
                .execute();
        handle.attach(ProjectionDao.class).markDaysChanged(new String[] {OFFICE}, new long[] {bucket.getEpochSecond()});
    }

    private void release() {
        Clock clock = Clock.fixed(Instant.parse("2028-03-05T12:00:00Z"), ZoneOffset.UTC);
        new Releaser(jdbi, clock, new SimpleMeterRegistry()).run();
    }

    private List<String> list(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
