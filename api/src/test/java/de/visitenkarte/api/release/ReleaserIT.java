package de.visitenkarte.api.release;

import static de.visitenkarte.api.examples.Examples.NOW;
import static de.visitenkarte.api.examples.RegistryBuilder.anAuthority;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.visitenkarte.api.PostgresForTests;
import de.visitenkarte.api.database.Database;
import de.visitenkarte.api.examples.Cells;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From cells to what the views show. */
@SuppressWarnings("NullAway.Init")
class ReleaserIT {

    private static final String DAY = "2026-11-23";
    private static final String OFFICE = "musterstadt-mitte";

    private Jdbi jdbi;
    private Jdbi otherInstance;
    private Cells cells;
    private Releaser releaser;
    private SimpleMeterRegistry meters;

    @BeforeEach
    void migrate() {
        DataSource database = PostgresForTests.newMigratedDatabase();
        jdbi = Database.jdbi(database);
        otherInstance = Database.jdbi(database);
        cells = new Cells(jdbi);
        meters = new SimpleMeterRegistry();
        releaser = newReleaser();
        anAuthority("musterstadt").with(OFFICE).with("musterstadt-nord").insert(jdbi);
    }

    @Test
    void figureMovesInStepsOfFive() {
        assertThat(visible()).isEqualTo("nothing");
        rate(1);
        assertThat(visible()).isEqualTo("suppressed too-few-answers null");
        rate(4);
        assertThat(visible()).isEqualTo("suppressed too-few-answers null");
        rate(5);
        assertThat(visible()).isEqualTo("released null 5");
        rate(6);
        assertThat(visible()).isEqualTo("released null 5");
        rate(9);
        assertThat(visible()).isEqualTo("released null 5");
        rate(10);
        assertThat(visible()).isEqualTo("released null 10");
    }

    @Test
    void everythingThatWasEverShownStaysOnRecord() {
        rate(4);
        rate(5);
        rate(10);

        assertThat(list(Long.class, """
                                SELECT coalesce(answers, 0)
                                FROM release.rating_figure
                                WHERE scope_kind = 'office' AND period_kind = 'day'
                                ORDER BY answers NULLS FIRST
                                """)).containsExactly(0L, 5L, 10L);
    }

    @Test
    void correctionDownwardsMovesInStepsAndEndsInSuppression() {
        rate(12);
        rate(8);
        assertThat(visible()).isEqualTo("released null 12");
        rate(7);
        assertThat(visible()).isEqualTo("released null 7");
        rate(2);
        assertThat(visible()).isEqualTo("suppressed too-few-answers null");
    }

    @Test
    void lateCellChangesItsOwnOldDayOnly() {
        cells.ratings(OFFICE, DAY + "T10:15", 0, 0, 0, 0, 6);
        cells.ratings(OFFICE, "2026-11-09T10:15", 0, 0, 0, 0, 5);
        releaser.run();
        cells.ratings(OFFICE, "2026-11-09T11:00", 5, 0, 0, 0, 0);
        releaser.run();

        assertThat(shown("office", OFFICE, "day"))
                .isEqualTo(Map.of("2026-11-09", "[5, 0, 0, 0, 5]", DAY, "[0, 0, 0, 0, 6]"));
    }

    @Test
    void numbersAreThoseOfTheAnswers() {
        cells.ratings(OFFICE, DAY + "T10:15", 1, 1, 0, 3, 5);
        releaser.run();

        jdbi.useHandle(handle -> {
            Map<String, Object> row = handle.createQuery("""
                            SELECT positive, share_positive, share_low, share_high, mean, released_at, authority_id
                            FROM dash.rating_figure
                            WHERE scope_kind = 'office' AND period_kind = 'day'
                            """).mapToMap().one();
            assertThat(row.get("positive")).isEqualTo(8L);
            assertThat(number(row, "share_positive")).isEqualTo(0.8);
            assertThat(number(row, "share_low")).isCloseTo(0.4902, within(0.0001));
            assertThat(number(row, "share_high")).isCloseTo(0.9433, within(0.0001));
            assertThat(number(row, "mean")).isCloseTo(1.0, within(1e-9));
            assertThat(row.get("authority_id")).isEqualTo("musterstadt");
        });
        assertThat(instant("SELECT max(released_at) FROM dash.rating_figure")).isEqualTo(NOW);
    }

    @Test
    void questionsWithThreeAnswersHaveThreeCounts() {
        cells.answers(OFFICE, DAY + "T10:15", "respect", 1, 2, 4, 0, 0);
        releaser.run();

        assertThat(list(String.class, """
                                SELECT concat_ws(' ', count_1, count_2, count_3, count_4, positive)
                                FROM dash.rating_figure
                                WHERE scope_kind = 'office' AND period_kind = 'day' AND question_id = 'respect'
                                """)).containsExactly("1 2 4 4");
    }

    @Test
    void hourAndDayOfANightWithAClockChangeBelongToTheLocalDay() {
        // 2:30 comes twice on 25 October; the second is an hour later.
        cells.ratings(OFFICE, "2026-10-25T00:00", 0, 0, 0, 0, 5);
        cells.ratings(OFFICE, "2026-10-25T23:45", 0, 0, 0, 5, 0);
        cells.ratings(OFFICE, "2026-10-26T00:00", 7, 0, 0, 0, 0);
        releaser.run();

        assertThat(shown("office", OFFICE, "day"))
                .isEqualTo(Map.of("2026-10-25", "[0, 0, 0, 5, 5]", "2026-10-26", "[7, 0, 0, 0, 0]"));
        assertThat(instant("SELECT min(\"time\") FROM dash.rating_figure WHERE period_kind = 'day'"))
                .isEqualTo("2026-10-24T22:00:00Z");
    }

    @Test
    void everySumEqualsTheSumOfItsDays() {
        anAuthority("beispielheim").with("beispielheim-1").insert(jdbi);
        anAuthority("vergleichsdorf").as("comparison").with("vergleichsdorf-1").insert(jdbi);
        anAuthority("nirgendwo").as("none").with("nirgendwo-1").insert(jdbi);
        writeManyCells(new Random(7), 40);
        releaser.run();

        assertSumsEqualTheCells();
    }

    @Test
    void sumsStayRightWhileCellsChange() {
        anAuthority("beispielheim").with("beispielheim-1").insert(jdbi);
        anAuthority("vergleichsdorf").as("comparison").with("vergleichsdorf-1").insert(jdbi);
        anAuthority("nirgendwo").as("none").with("nirgendwo-1").insert(jdbi);
        Random random = new Random(11);
        for (int round = 0; round < 4; round++) {
            writeManyCells(random, 15);
            releaser.run();
        }

        assertSumsEqualTheCells();
    }

    @Test
    void rebuiltSumsAreTheSame() {
        anAuthority("beispielheim").with("beispielheim-1").insert(jdbi);
        writeManyCells(new Random(3), 20);
        releaser.run();
        Map<String, String> before = totals();
        Map<String, String> shownBefore = shown("authority", "musterstadt", "month");
        jdbi.useTransaction(handle -> {
            ReleaseDao dao = handle.attach(ReleaseDao.class);
            dao.truncateTotals();
            dao.markAllDaysChanged();
        });
        releaser.run();

        assertThat(before).isNotEmpty();
        assertThat(totals()).isEqualTo(before);
        assertThat(shown("authority", "musterstadt", "month")).isEqualTo(shownBefore);
    }

    @Test
    void waitsAreReleasedByHourDayAndCoarser() {
        cells.waits(OFFICE, DAY + "T10:15", true, 5, 5, 15, 16);
        cells.waits(OFFICE, DAY + "T10:45", false, 30, 31);
        cells.waits(OFFICE, DAY + "T11:00", false, 10, 10);
        releaser.run();

        assertThat(waits("office", OFFICE))
                .containsEntry("hour 2026-11-23T09:00:00Z released", "6")
                .containsEntry("hour 2026-11-23T10:00:00Z suppressed", "null")
                .containsEntry("day 2026-11-22T23:00:00Z released", "8")
                .containsEntry("quarter 2026-09-30T22:00:00Z released", "8")
                .hasSize(6);
        jdbi.useHandle(handle -> {
            Map<String, Object> hour = handle.createQuery("""
                            SELECT share_15, share_30, median_minutes, p90_minutes, time_end - "time" = '1 hour' AS is_hour
                            FROM dash.wait_figure
                            WHERE scope_kind = 'office' AND period_kind = 'hour' AND state = 'released'
                            """).mapToMap().one();
            assertThat(number(hour, "share_15")).isEqualTo(0.5);
            assertThat(number(hour, "share_30")).isCloseTo(5 / 6.0, within(1e-9));
            assertThat(number(hour, "median_minutes")).isCloseTo(15, within(1e-9));
            assertThat(number(hour, "p90_minutes")).isCloseTo(30.4, within(1e-9));
            assertThat(hour.get("is_hour")).isEqualTo(true);
        });
    }

    @Test
    void waitsAreReleasedWithAndWithoutAppointment() {
        cells.waits(OFFICE, DAY + "T10:15", true, 1, 1, 1, 1, 1);
        cells.waits(OFFICE, DAY + "T14:00", false, 40, 40, 40, 40, 40, 40);
        cells.waits("musterstadt-nord", DAY + "T14:00", false, 40, 40);
        releaser.run();

        assertThat(list(String.class, """
                                SELECT concat_ws(' ', scope_kind, appointment, state, visits, share_15, share_30)
                                FROM dash.wait_figure
                                WHERE period_kind = 'day' AND appointment <> 'all' AND scope_id <> 'pilots'
                                ORDER BY scope_id, appointment
                                """))
                .containsExactly(
                        "authority with released 5 1 1",
                        "authority without released 8 0 0",
                        "office with released 5 1 1",
                        "office without released 6 0 0",
                        "office without suppressed");
        assertThat(list(String.class, "SELECT DISTINCT period_kind FROM dash.wait_figure WHERE appointment <> 'all'"))
                .containsExactlyInAnyOrder("day", "week", "month", "quarter");
    }

    @Test
    void leadTimeIsAMeasureOfItsOwn() {
        cells.leads(OFFICE, DAY + "T10:15", 0, 7, 13, 14, 27);
        cells.leads("musterstadt-nord", DAY + "T10:15", 28, 28);
        cells.waits(OFFICE, DAY + "T12:15", true, 3, 3, 3);
        releaser.run();

        assertThat(list(String.class, """
                                SELECT concat_ws(' ', scope_kind, state, visits, median_days, share_under_14,
                                    share_under_28)
                                FROM dash.lead_figure
                                WHERE period_kind = 'quarter'
                                ORDER BY scope_id
                                """))
                .containsExactly(
                        "authority released 7 14 0.42857142857142855 0.7142857142857143",
                        "office released 5 13 0.6 1",
                        "office suppressed",
                        "pilots released 7 14 0.42857142857142855 0.7142857142857143");
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
        cells.waits(OFFICE, DAY + "T10:15", true, 1, 1, 1, 1, 1);
        releaser.run();
        cells.waits(OFFICE, DAY + "T10:15", true, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9);
        releaserAt("2026-11-23T22:59:00Z").run();
        assertThat(corrections()).as("the day is not over").isEmpty();
        cells.waits(OFFICE, DAY + "T10:45", true, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9);
        releaserAt("2026-11-24T23:30:00Z").run();

        assertThat(corrections()).containsExactly("office day 2026-11-25", "office hour 2026-11-25");
        assertThat(list(String.class, """
                                SELECT wait_corrected_on::text
                                FROM dash.overview
                                WHERE scope_kind = 'authority' AND period_kind = 'day'
                                """)).containsExactly("2026-11-25");
    }

    @Test
    void dayThatIsReportedLaterAsAWholeIsNotCalledCorrected() {
        cells.waits(OFFICE, DAY + "T10:15", true, 1, 1, 1, 1, 1);
        releaserAt("2026-11-27T08:00:00Z").run();
        cells.waits(OFFICE, DAY + "T10:15", true, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9);
        releaserAt("2026-11-27T08:00:01Z").run();

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

    @Test
    void participationIsRatingsPerVisit() {
        cells.ratings(OFFICE, DAY + "T10:15", 0, 0, 0, 0, 5);
        cells.waits(OFFICE, DAY + "T10:15", true, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        releaser.run();

        assertThat(list(Double.class, """
                                SELECT participation
                                FROM dash.overview
                                WHERE scope_kind = 'office' AND period_kind = 'day'
                                """)).containsExactly(0.5);
    }

    @Test
    void overviewHasNoNumberWhereOneSideIsSuppressedOrMissing() {
        cells.ratings(OFFICE, DAY + "T10:15", 0, 0, 0, 0, 4);
        cells.waits("musterstadt-nord", DAY + "T10:15", true, 1, 2, 3, 4, 5);
        releaser.run();

        assertThat(list(String.class, """
                                SELECT concat_ws(' ', scope_id, rating_state, rating_reason, answers,
                                    wait_state, visits, participation)
                                FROM dash.overview
                                WHERE scope_kind = 'office' AND period_kind = 'day'
                                ORDER BY scope_id
                                """))
                .containsExactly(
                        "musterstadt-mitte suppressed too-few-answers none", "musterstadt-nord none released 5");
    }

    @Test
    void twoReleasersAtOnceReleaseEachFigureOnce() {
        for (int round = 1; round <= 5; round++) {
            cells.ratings(OFFICE, DAY + "T10:15", 0, 0, 0, 0, 5L * round);
            CompletableFuture<Boolean> other =
                    CompletableFuture.supplyAsync(() -> newReleaser().run());
            releaser.run();
            other.join();
        }
        releaser.run();

        assertThat(visible()).isEqualTo("released null 25");
        assertThat(totals().get("rating/office/musterstadt-mitte/day/2026-11-22T23:00:00Z/overall"))
                .isEqualTo("[0, 0, 0, 0, 25]");
        assertThat(totals().get("rating/pilots/pilots/quarter/2026-09-30T22:00:00Z/overall"))
                .isEqualTo("[0, 0, 0, 0, 25]");
    }

    @Test
    void doesNothingWhileAnotherInstanceReleases() {
        cells.ratings(OFFICE, DAY + "T10:15", 0, 0, 0, 0, 5);
        otherInstance.useTransaction(handle -> {
            handle.attach(ReleaseDao.class).tryLock();
            assertThat(releaser.run()).isFalse();
        });

        assertThat(visible()).isEqualTo("nothing");
        assertThat(releaser.run()).isTrue();
    }

    @Test
    void dayThatChangesWhileItIsReleasedIsReleasedAgain() {
        cells.ratings(OFFICE, DAY + "T10:15", 0, 0, 0, 0, 5);
        otherInstance.useTransaction(handle -> {
            ReleaseDao dao = handle.attach(ReleaseDao.class);
            List<ChangedDay> read = dao.listChangedDays("", LocalDate.EPOCH, 10);
            cells.ratings(OFFICE, DAY + "T10:15", 0, 0, 0, 0, 10);
            dao.deleteChangedDays(read);
        });

        assertThat(releaser.run()).isTrue();
        assertThat(visible()).isEqualTo("released null 10");
    }

    @Test
    void hasNothingToDoTwice() {
        rate(5);

        assertThat(releaser.run()).isFalse();
    }

    @Test
    void dayOfAnUnknownOfficeWaitsUntilTheOfficeIsKnown() {
        cells.ratings("beispielheim-1", DAY + "T10:15", 0, 0, 0, 0, 5);
        assertThat(releaser.run()).isFalse();
        anAuthority("beispielheim").with("beispielheim-1").insert(jdbi);

        assertThat(releaser.run()).isTrue();
        assertThat(shown("authority", "beispielheim", "day")).isEqualTo(Map.of(DAY, "[0, 0, 0, 0, 5]"));
    }

    @Test
    void countsRunsAndFigures() {
        rate(5);

        assertThat(meters.get("release.run").timer().count()).isEqualTo(1);
        // office, authority, pilots × day, week, month, quarter
        assertThat(meters.get("release.figures").counter().count()).isEqualTo(12);
    }

    private Releaser newReleaser() {
        return releaserAt(NOW.toString());
    }

    private Releaser releaserAt(String time) {
        return new Releaser(jdbi, ReleasePolicy.FLOOR, Clock.fixed(Instant.parse(time), ZoneOffset.UTC), meters);
    }

    private List<Long> leadVisits() {
        return list(
                Long.class, "SELECT visits FROM dash.lead_figure WHERE scope_kind = 'office' AND period_kind = 'day'");
    }

    private List<String> corrections() {
        return list(String.class, """
                SELECT concat_ws(' ', scope_kind, period_kind, corrected_on)
                FROM dash.wait_figure
                WHERE scope_kind = 'office' AND appointment = 'all' AND corrected_on IS NOT NULL
                ORDER BY period_kind
                """);
    }

    /** So many ratings have been given by now. */
    private void rate(long ratings) {
        cells.ratings(OFFICE, DAY + "T10:15", 0, 0, 0, 0, ratings);
        releaser.run();
    }

    private String visible() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT concat_ws(' ', state, coalesce(reason, 'null'), coalesce(answers::text, 'null'))
                        FROM dash.rating_figure
                        WHERE scope_kind = 'office' AND period_kind = 'day'
                        """).mapTo(String.class).findOne().orElse("nothing"));
    }

    private Map<String, String> shown(String scopeKind, String scopeId, String periodKind) {
        return toMap("SELECT period_start::text, ARRAY[count_1, count_2, count_3, count_4, count_5]::text"
                + " FROM dash.rating_figure WHERE question_id = 'overall' AND state = 'released'"
                + " AND scope_kind = '" + scopeKind + "' AND scope_id = '" + scopeId
                + "' AND period_kind = '" + periodKind + "'");
    }

    private Map<String, String> waits(String scopeKind, String scopeId) {
        return toMap("SELECT concat_ws(' ', period_kind, to_char(\"time\" AT TIME ZONE 'UTC',"
                + " 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'), state), coalesce(visits::text, 'null')"
                + " FROM dash.wait_figure WHERE appointment = 'all' AND scope_kind = '" + scopeKind
                + "' AND scope_id = '" + scopeId + "'");
    }

    private Map<String, String> totals() {
        return toMap("SELECT figure_id, numbers::text FROM release.total");
    }

    private Map<String, String> toMap(String sql) {
        Map<String, String> rows = new TreeMap<>();
        jdbi.useHandle(handle -> handle.createQuery(sql)
                .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(row -> rows.put(row.getKey(), asList(row.getValue()))));
        return rows;
    }

    /** {@code {1,2}} becomes {@code [1, 2]}. */
    private static String asList(String array) {
        return array.replace("{", "[").replace("}", "]").replace(",", ", ");
    }

    private static double number(Map<String, Object> row, String column) {
        return (Double) Objects.requireNonNull(row.get(column), column);
    }

    private <T> List<T> list(Class<T> type, String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(type).list());
    }

    private Instant instant(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Instant.class).one());
    }

    /** Over half a year with both clock changes, at all hours, in all offices. */
    private void writeManyCells(Random random, int perOffice) {
        List<String> offices =
                jdbi.withHandle(handle -> handle.createQuery("SELECT office_id FROM registry.office ORDER BY 1")
                        .mapTo(String.class)
                        .list());
        // In one transaction, since a connection for each cell would take most of the time.
        jdbi.useTransaction(handle -> {
            for (String office : offices) {
                for (int i = 0; i < perOffice; i++) {
                    LocalDate day = LocalDate.parse("2026-03-20").plusDays(random.nextInt(240));
                    String time = day.atTime(random.nextInt(24), 15 * random.nextInt(4))
                            .toString();
                    cells.ratings(office, time, random.longs(5, 0, 4).toArray());
                    cells.waits(
                            office,
                            time,
                            random.nextBoolean(),
                            random.ints(random.nextInt(5), 0, 300).toArray());
                }
            }
        });
    }

    /** Compares every private sum with one that PostgreSQL computes straight from the cells. */
    private void assertSumsEqualTheCells() {
        Map<String, long[]> expected = new TreeMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT 'rating' AS measure, c.bucket_start, c.counts AS numbers, 'overall' AS subject,
                               o.office_id, o.authority_id, a.pilot_role
                        FROM cell.rating_cell c JOIN registry.office o USING (office_id)
                        JOIN registry.authority a USING (authority_id)
                        UNION ALL
                        SELECT 'wait', c.bucket_start, c.histogram,
                            CASE WHEN c.with_appointment THEN 'with' ELSE 'without' END,
                            o.office_id, o.authority_id, a.pilot_role
                        FROM cell.wait_cell c JOIN registry.office o USING (office_id)
                        JOIN registry.authority a USING (authority_id)
                        UNION ALL
                        SELECT 'wait', c.bucket_start, c.histogram, 'all', o.office_id, o.authority_id, a.pilot_role
                        FROM cell.wait_cell c JOIN registry.office o USING (office_id)
                        JOIN registry.authority a USING (authority_id)
                        """)
                .map((row, context) -> {
                    Long[] numbers = (Long[]) row.getArray("numbers").getArray();
                    Instant bucket = row.getTimestamp("bucket_start").toInstant();
                    ZoneId berlin = ZoneId.of("Europe/Berlin");
                    String measure = row.getString("measure");
                    for (Scope scope : Scope.of(
                            row.getString("office_id"), row.getString("authority_id"), row.getString("pilot_role"))) {
                        List<Period> periods = Period.of(bucket.atZone(berlin).toLocalDate(), berlin);
                        for (Period period : periods) {
                            add(expected, id(measure, scope, period, row.getString("subject")), numbers);
                        }
                        if (row.getString("subject").equals("all")
                                && (scope.kind() == Scope.Kind.OFFICE || scope.kind() == Scope.Kind.AUTHORITY)) {
                            add(expected, id(measure, scope, Period.hourOf(bucket, berlin), "all"), numbers);
                        }
                    }
                    return bucket;
                })
                .list());
        Map<String, String> nonZero = new TreeMap<>();
        expected.forEach((id, numbers) -> {
            if (Arrays.stream(numbers).anyMatch(number -> number != 0)) {
                nonZero.put(id, Arrays.toString(numbers));
            }
        });
        Map<String, String> actual = totals();
        actual.values().removeIf(numbers -> !numbers.matches(".*[1-9].*"));

        assertThat(actual).hasSizeGreaterThan(100).isEqualTo(nonZero);
    }

    private static String id(String measure, Scope scope, Period period, String subject) {
        FigureKey.Kind kind = measure.equals("wait") ? FigureKey.Kind.WAIT : FigureKey.Kind.RATING;
        return new FigureKey(kind, scope, period, subject).id();
    }

    private static void add(Map<String, long[]> sums, String id, Long[] numbers) {
        long[] sum = sums.computeIfAbsent(id, any -> new long[numbers.length]);
        for (int i = 0; i < numbers.length; i++) {
            sum[i] += numbers[i];
        }
    }
}
