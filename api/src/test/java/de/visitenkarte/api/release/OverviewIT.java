package de.visitenkarte.api.release;

import static de.visitenkarte.api.release.ReleaseFixture.DAY;
import static de.visitenkarte.api.release.ReleaseFixture.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.api.examples.Cells;
import org.junit.jupiter.api.Test;

/** Ratings and waits side by side. */
class OverviewIT {

    private final ReleaseFixture fixture = new ReleaseFixture();
    private final Cells cells = fixture.cells();
    private final Releaser releaser = fixture.releaser();

    @Test
    void participationIsRatingsPerVisit() {
        cells.ratings(OFFICE, DAY + "T10:15", 0, 0, 0, 0, 5);
        cells.waits(OFFICE, DAY + "T10:15", true, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        releaser.run();

        assertThat(fixture.list(Double.class, """
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

        assertThat(fixture.list(String.class, """
                                SELECT concat_ws(' ', scope_id, rating_state, rating_reason, answers,
                                    wait_state, visits, participation)
                                FROM dash.overview
                                WHERE scope_kind = 'office' AND period_kind = 'day'
                                ORDER BY scope_id
                                """))
                .containsExactly(
                        "musterstadt-mitte suppressed too-few-answers none", "musterstadt-nord none suppressed 5");
    }
}
