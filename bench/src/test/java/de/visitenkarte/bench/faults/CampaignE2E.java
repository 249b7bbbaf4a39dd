package de.visitenkarte.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.bench.cluster.Layout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The quick form of {@code bench/faults}: kills come faster than the product recovers. */
class CampaignE2E {

    private static final int KILLS = 20;
    private static final long SEED = 20261122;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void losesAndDoublesNothingThoughItsProcessesAreKilledTwentyTimes() throws Exception {
        Plan plan = new Plan(
                KILLS,
                SEED,
                new Layout(1, 1, 2),
                2,
                40,
                EnumSet.range(FaultKind.API, FaultKind.LOST_INDEX),
                Duration.ofSeconds(2));

        Outcome outcome = new Campaign(plan, directory, line -> {}).run();

        assertThat(outcome.faults()).containsOnlyKeys(plan.kinds());
        assertThat(outcome.isClean())
                .as(
                        "%s%n%s",
                        outcome.summary(),
                        Report.of(plan, outcome, "test", "tested").markdown())
                .isTrue();
        assertThat(outcome.finding().acknowledged())
                .isEqualTo(outcome.finding().sent())
                .isGreaterThan(KILLS * 40);
    }
}
