package de.visitenkarte.api.zms;

import static de.visitenkarte.api.examples.Examples.OFFICE;
import static de.visitenkarte.api.examples.Examples.anIntegration;
import static de.visitenkarte.api.zms.ZmsTestbed.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.visitenkarte.api.examples.Cells;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Means of ZMS's own report beside ours. */
class ZmsComparisonIT {

    private static final String WAREHOUSE = "/warehouse/waitingscope/141/2026-11-22/";

    @AutoClose
    private final ZmsTestbed bed = new ZmsTestbed();

    private final FakeZms zms = bed.zms();

    @Test
    void meansOfYesterdayStandBesideEachOtherAndInNoFigure() throws InterruptedException {
        zms.json(WAREHOUSE, ZmsFixtures.text("warehouse.json"));
        new Cells(bed.jdbi()).waits(OFFICE, "2026-11-22T10:00", false, 10, 10, 10, 20, 20, 20);
        ZmsComparison comparison = aComparison();
        comparison.run();
        comparison.run();

        assertThat(zms.asked()).containsExactly(WAREHOUSE);
        assertThat(bed.list("""
                        SELECT concat_ws(' ', appointment, state, own_visits, round(own_mean_minutes), zms_visits,
                            round(zms_mean_minutes))
                        FROM dash.zms_comparison
                        ORDER BY appointment
                        """)).containsExactly("with suppressed", "without released 6 15 40 13");
        assertThat(bed.meters().get("zms.difference").gauge().value()).isCloseTo(2, within(1e-9));
        assertThat(bed.list("SELECT sum(visits)::text FROM cell.wait_cell")).containsExactly("6");
    }

    @Test
    void comparisonWaitsUntilZmsHasTheDay() throws InterruptedException {
        ZmsComparison comparison = aComparison();
        comparison.run();
        zms.json(WAREHOUSE, ZmsFixtures.text("warehouse.json"));
        comparison.run();

        assertThat(bed.list("SELECT count(*)::text FROM feed.zms_comparison")).containsExactly("2");
    }

    private ZmsComparison aComparison() {
        ZmsSettings settings = zms.settings(SCOPE);
        return new ZmsComparison(
                settings,
                new ZmsClient(settings, FakeZms.KEY),
                () -> Optional.of(anIntegration()),
                bed.jdbi(),
                bed.clock(),
                new ZmsMeters(bed.meters()));
    }
}
