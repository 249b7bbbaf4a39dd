package de.visitenkarte.api.release;

import static de.visitenkarte.api.examples.Examples.NOW;
import static de.visitenkarte.api.release.ReleaseFixture.DAY;
import static de.visitenkarte.api.release.ReleaseFixture.OFFICE;
import static de.visitenkarte.api.release.ReleaseFixture.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.visitenkarte.api.examples.Cells;
import java.time.Instant;
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
        assertThat(fixture.visible()).isEqualTo("released null 5");
        fixture.rate(6);
        assertThat(fixture.visible()).isEqualTo("released null 5");
        fixture.rate(9);
        assertThat(fixture.visible()).isEqualTo("released null 5");
        fixture.rate(10);
        assertThat(fixture.visible()).isEqualTo("released null 10");
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
        assertThat(fixture.visible()).isEqualTo("released null 7");
        fixture.rate(2);
        assertThat(fixture.visible()).isEqualTo("suppressed too-few-answers null");
    }

    @Test
    void lateCellChangesItsOwnOldDayOnly() {
        cells.ratings(OFFICE, DAY + "T10:15", 0, 0, 0, 0, 6);
        cells.ratings(OFFICE, "2026-11-09T10:15", 0, 0, 0, 0, 5);
        releaser.run();
        cells.ratings(OFFICE, "2026-11-09T11:00", 5, 0, 0, 0, 0);
        releaser.run();

        assertThat(fixture.shown("office", OFFICE, "day"))
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

        assertThat(fixture.list(String.class, """
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

        assertThat(fixture.shown("office", OFFICE, "day"))
                .isEqualTo(Map.of("2026-10-25", "[0, 0, 0, 5, 5]", "2026-10-26", "[7, 0, 0, 0, 0]"));
        assertThat(instant("SELECT min(\"time\") FROM dash.rating_figure WHERE period_kind = 'day'"))
                .isEqualTo("2026-10-24T22:00:00Z");
    }

    private Instant instant(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Instant.class).one());
    }
}
