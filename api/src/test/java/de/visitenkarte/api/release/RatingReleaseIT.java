package de.visitenkarte.api.release;

import static de.visitenkarte.api.examples.Examples.NOW;
import static de.visitenkarte.api.release.ReleaseFixture.DAY;
import static de.visitenkarte.api.release.ReleaseFixture.OFFICE;
import static de.visitenkarte.api.release.ReleaseFixture.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.visitenkarte.api.examples.Cells;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** From cells of ratings to what the views show. */
class RatingReleaseIT {

    private final ReleaseFixture fixture = new ReleaseFixture();
    private final Cells cells = fixture.cells();
    private final Releaser releaser = fixture.releaser();
    private final Jdbi jdbi = fixture.jdbi();

    @Test
    void figureMovesInStepsOfFive() {
        assertThat(fixture.visible()).isEqualTo("nothing");
        fixture.rate(1);
        assertThat(fixture.visible()).isEqualTo("suppressed too-few-answers null");
        fixture.rate(4);
        assertThat(fixture.visible()).isEqualTo("suppressed too-few-answers null");
        fixture.rate(5);
        assertThat(fixture.visible()).isEqualTo("suppressed too-few-for-a-share 5");
        fixture.rate(6);
        assertThat(fixture.visible()).isEqualTo("suppressed too-few-for-a-share 5");
        fixture.rate(9);
        assertThat(fixture.visible()).isEqualTo("suppressed too-few-for-a-share 5");
        fixture.rate(10);
        assertThat(fixture.visible()).isEqualTo("released null 10");
        fixture.rate(14);
        assertThat(fixture.visible()).isEqualTo("released null 10");
        fixture.rate(15);
        assertThat(fixture.visible()).isEqualTo("released null 15");
    }

    @Test
    void everythingThatWasEverShownStaysOnRecord() {
        fixture.rate(4);
        fixture.rate(5);
        fixture.rate(10);

        assertThat(fixture.list(Long.class, """
                                SELECT coalesce(answers, 0)
                                FROM release.rating_figure
                                WHERE scope_kind = 'office' AND period_kind = 'day'
                                ORDER BY answers NULLS FIRST
                                """)).containsExactly(0L, 5L, 10L);
    }

    @Test
    void correctionDownwardsMovesInStepsAndEndsInSuppression() {
        fixture.rate(12);
        fixture.rate(8);
        assertThat(fixture.visible()).isEqualTo("released null 12");
        fixture.rate(7);
        assertThat(fixture.visible()).isEqualTo("suppressed too-few-for-a-share 7");
        fixture.rate(2);
        assertThat(fixture.visible()).isEqualTo("suppressed too-few-answers null");
    }

    @Test
    void lateCellChangesItsOwnOldDayOnly() {
        cells.ratings(OFFICE, DAY + "T10:15", 0, 0, 3, 2, 6);
        cells.ratings(OFFICE, "2026-11-09T10:15", 0, 0, 3, 3, 4);
        releaser.run();
        cells.ratings(OFFICE, "2026-11-09T11:00", 5, 0, 0, 0, 0);
        releaser.run();

        assertThat(fixture.shown("office", OFFICE, "day"))
                .isEqualTo(Map.of("2026-11-09", "[5, 0, 3, 3, 4]", DAY, "[0, 0, 3, 2, 6]"));
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
        cells.answers(OFFICE, DAY + "T10:15", "respect", 2, 3, 5, 0, 0);
        releaser.run();

        assertThat(fixture.list(String.class, """
                                SELECT concat_ws(' ', count_1, count_2, count_3, count_4, positive)
                                FROM dash.rating_figure
                                WHERE scope_kind = 'office' AND period_kind = 'day' AND question_id = 'respect'
                                """)).containsExactly("2 3 5 5");
    }

    @Test
    void hourAndDayOfANightWithAClockChangeBelongToTheLocalDay() {
        // 2:30 comes twice on 25 October; the second is an hour later.
        cells.ratings(OFFICE, "2026-10-25T00:00", 0, 0, 5, 0, 5);
        cells.ratings(OFFICE, "2026-10-25T23:45", 0, 0, 0, 5, 0);
        cells.ratings(OFFICE, "2026-10-26T00:00", 4, 3, 0, 3, 0);
        releaser.run();

        assertThat(fixture.shown("office", OFFICE, "day"))
                .isEqualTo(Map.of("2026-10-25", "[0, 0, 5, 5, 5]", "2026-10-26", "[4, 3, 0, 3, 0]"));
        assertThat(instant("SELECT min(\"time\") FROM dash.rating_figure WHERE period_kind = 'day'"))
                .isEqualTo("2026-10-24T22:00:00Z");
    }

    @Test
    void whatIsTooLittleForItsDayCountsInTheWeek() {
        cells.ratings(OFFICE, "2026-11-17T10:15", 0, 0, 0, 4, 0);
        cells.ratings(OFFICE, "2026-11-18T10:15", 3, 0, 0, 1, 0);
        cells.ratings(OFFICE, "2026-11-19T10:15", 0, 0, 0, 3, 0);
        releaser.run();

        assertThat(fixture.list(String.class, """
                                SELECT concat_ws(' ', period_kind, answers, count_1, count_4)
                                FROM dash.rating_figure
                                WHERE scope_kind = 'office'
                                ORDER BY period_start DESC, period_kind
                                """))
                .containsExactly("day", "day", "day", "week 11 3 8", "month 11 3 8", "quarter 11 3 8");
    }

    @Test
    void restOfAnOpenDayWaitsForItsOwnDay() {
        cells.ratings(OFFICE, DAY + "T10:15", 0, 0, 0, 4, 0);
        cells.ratings(OFFICE, "2026-11-17T10:15", 0, 0, 0, 4, 0);
        releaser.run();

        assertThat(fixture.list(Long.class, "SELECT answers FROM dash.rating_figure WHERE answers IS NOT NULL"))
                .isEmpty();
        fixture.releaserAt("2026-11-24T00:30:00Z").run();
        assertThat(fixture.list(String.class, """
                                SELECT concat_ws(' ', period_kind, answers)
                                FROM dash.rating_figure
                                WHERE scope_kind = 'office' AND answers IS NOT NULL
                                """)).as("the week is not over").isEmpty();
        fixture.releaserAt("2026-11-30T00:30:00Z").run();
        assertThat(fixture.list(String.class, """
                                SELECT concat_ws(' ', period_kind, answers)
                                FROM dash.rating_figure
                                WHERE scope_kind = 'office' AND answers IS NOT NULL
                                ORDER BY 1
                                """)).containsExactly("month 8", "quarter 8");
    }

    @Test
    void thatAllOfAFewAreOfOneMindIsNotShown() {
        fixture.rate(29);
        assertThat(bounds()).containsExactly("at-least 0.9 0.7361 1.0000");
        fixture.rate(34);

        assertThat(bounds()).containsExactly("1 0.8985 1.0000 34 34");
    }

    @Test
    void thatAllButOneOfAFewAreOfOneMindIsNotShownEither() {
        cells.ratings(OFFICE, DAY + "T10:15", 1, 0, 0, 0, 9);
        cells.ratings("musterstadt-nord", DAY + "T10:15", 9, 0, 0, 0, 1);
        releaser.run();

        assertThat(bounds()).containsExactly("at-least 0.9 0.5958 1.0000", "at-most 0.1 0.0000 0.4042");
    }

    private List<String> bounds() {
        return fixture.list(String.class, """
                SELECT concat_ws(' ', share_bound, share_positive, to_char(share_low, 'FM0.0000'),
                    to_char(share_high, 'FM0.0000'), positive, count_5)
                FROM dash.rating_figure
                WHERE scope_kind = 'office' AND period_kind = 'day'
                ORDER BY 1
                """);
    }

    private Instant instant(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Instant.class).one());
    }
}
