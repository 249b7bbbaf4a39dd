package de.visitenkarte.api.release;

import static de.visitenkarte.api.release.ReleaseFixture.DAY;
import static de.visitenkarte.api.release.ReleaseFixture.OFFICE;
import static de.visitenkarte.api.release.ReleaseFixture.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.visitenkarte.api.examples.Cells;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** From cells of waits and lead times to what the views show. */
class WaitReleaseIT {

    private final ReleaseFixture fixture = new ReleaseFixture();
    private final Cells cells = fixture.cells();
    private final Releaser releaser = fixture.releaser();
    private final Jdbi jdbi = fixture.jdbi();

    @Test
    void waitsAreReleasedByHourDayAndCoarser() {
        cells.waits(OFFICE, DAY + "T10:15", true, 5, 5, 15, 16, 16);
        cells.waits(OFFICE, DAY + "T10:45", false, 30, 30, 31, 31, 31);
        cells.waits(OFFICE, DAY + "T11:00", false, 10, 10);
        releaser.run();

        assertThat(waits("office", OFFICE))
                .containsEntry("hour 2026-11-23T09:00:00Z released", "10")
                .containsEntry("hour 2026-11-23T10:00:00Z suppressed", "null")
                .containsEntry("day 2026-11-22T23:00:00Z released", "10")
                .containsEntry("quarter 2026-09-30T22:00:00Z released", "10")
                .hasSize(6);
        jdbi.useHandle(handle -> {
            Map<String, Object> hour = handle.createQuery("""
                            SELECT share_15, share_30, median_minutes, p90_minutes, time_end - "time" = '1 hour' AS is_hour
                            FROM dash.wait_figure
                            WHERE scope_kind = 'office' AND period_kind = 'hour' AND state = 'released'
                            """).mapToMap().one();
            assertThat(number(hour, "share_15")).isEqualTo(0.3);
            assertThat(number(hour, "share_30")).isCloseTo(0.7, within(1e-9));
            assertThat(number(hour, "median_minutes")).isBetween(16.0, 17.0);
            assertThat(number(hour, "p90_minutes")).isBetween(30.0, 32.0);
            assertThat(hour.get("is_hour")).isEqualTo(true);
        });
    }

    @Test
    void waitsAreReleasedWithAndWithoutAppointment() {
        cells.waits(OFFICE, DAY + "T10:15", true, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        cells.waits(OFFICE, DAY + "T14:00", false, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40);
        cells.waits("musterstadt-nord", DAY + "T14:00", false, 40, 40);
        releaser.run();

        assertThat(fixture.list(String.class, """
                                SELECT concat_ws(' ', scope_kind, appointment, state, visits, share_15, share_30)
                                FROM dash.wait_figure
                                WHERE period_kind = 'day' AND appointment <> 'all' AND scope_id <> 'pilots'
                                ORDER BY scope_id, appointment
                                """))
                .containsExactly(
                        "authority with released 10 1 1",
                        "authority without released 11 0 0",
                        "office with released 10 1 1",
                        "office without released 11 0 0",
                        "office without suppressed");
        assertThat(fixture.list(
                        String.class, "SELECT DISTINCT period_kind FROM dash.wait_figure WHERE appointment <> 'all'"))
                .containsExactlyInAnyOrder("day", "week", "month", "quarter");
    }

    @Test
    void leadTimeIsAMeasureOfItsOwn() {
        cells.leads(OFFICE, DAY + "T10:15", 0, 7, 13, 14, 27, 0, 7, 13, 14, 27);
        cells.leads("musterstadt-nord", DAY + "T10:15", 28, 28);
        cells.waits(OFFICE, DAY + "T12:15", true, 3, 3, 3);
        releaser.run();

        assertThat(fixture.list(String.class, """
                                SELECT concat_ws(' ', scope_kind, state, visits, median_days, share_under_14,
                                    share_under_28)
                                FROM dash.lead_figure
                                WHERE period_kind = 'quarter'
                                ORDER BY scope_id
                                """))
                .containsExactly(
                        "authority released 10 13 0.6 1",
                        "office released 10 13 0.6 1",
                        "office suppressed",
                        "pilots released 10 13 0.6 1");
    }

    @Test
    void leadTimesMoveInStepsToo() {
        cells.leads(OFFICE, DAY + "T10:15", 1, 1, 1, 1, 1);
        releaser.run();
        cells.leads(OFFICE, DAY + "T10:15", 1, 1, 1, 1, 1, 1, 1, 1, 1);
        releaser.run();
        assertThat(leadVisits()).containsExactly(5L);
        cells.leads(OFFICE, DAY + "T10:15", 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        releaser.run();

        assertThat(leadVisits()).containsExactly(10L);
    }

    @Test
    void waitOfAClosedDayThatMovesLaterIsCalledCorrected() {
        cells.waits(OFFICE, DAY + "T10:15", true, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        releaser.run();
        cells.waits(OFFICE, DAY + "T10:15", true, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9);
        fixture.releaserAt("2026-11-23T22:59:00Z").run();
        assertThat(corrections()).as("the day is not over").isEmpty();
        cells.waits(OFFICE, DAY + "T10:45", true, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9);
        fixture.releaserAt("2026-11-24T23:30:00Z").run();

        assertThat(corrections()).containsExactly("office day 2026-11-25", "office hour 2026-11-25");
        assertThat(fixture.list(String.class, """
                                SELECT wait_corrected_on::text
                                FROM dash.overview
                                WHERE scope_kind = 'authority' AND period_kind = 'day'
                                """)).containsExactly("2026-11-25");
    }

    @Test
    void dayThatIsReportedLaterAsAWholeIsNotCalledCorrected() {
        cells.waits(OFFICE, DAY + "T10:15", true, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        fixture.releaserAt("2026-11-27T08:00:00Z").run();
        cells.waits(OFFICE, DAY + "T10:15", true, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9);
        fixture.releaserAt("2026-11-27T08:00:01Z").run();

        assertThat(corrections()).isEmpty();
    }

    @Test
    void groupsHaveNoHours() {
        cells.waits(OFFICE, DAY + "T10:15", true, 1, 2, 3, 4, 5, 6);
        releaser.run();

        assertThat(waits("pilots", "pilots").keySet())
                .noneMatch(key -> key.startsWith("hour"))
                .hasSize(4);
        assertThat(waits("authority", "musterstadt").keySet()).anyMatch(key -> key.startsWith("hour"));
    }

    private List<Long> leadVisits() {
        return fixture.list(
                Long.class, "SELECT visits FROM dash.lead_figure WHERE scope_kind = 'office' AND period_kind = 'day'");
    }

    private List<String> corrections() {
        return fixture.list(String.class, """
                SELECT concat_ws(' ', scope_kind, period_kind, corrected_on)
                FROM dash.wait_figure
                WHERE scope_kind = 'office' AND appointment = 'all' AND corrected_on IS NOT NULL
                ORDER BY period_kind
                """);
    }

    private Map<String, String> waits(String scopeKind, String scopeId) {
        return fixture.toMap("SELECT concat_ws(' ', period_kind, to_char(\"time\" AT TIME ZONE 'UTC',"
                + " 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'), state), coalesce(visits::text, 'null')"
                + " FROM dash.wait_figure WHERE appointment = 'all' AND scope_kind = '" + scopeKind
                + "' AND scope_id = '" + scopeId + "'");
    }
}
