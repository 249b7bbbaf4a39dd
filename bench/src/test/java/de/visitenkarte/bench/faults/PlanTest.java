package de.visitenkarte.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.visitenkarte.bench.cluster.Layout;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanTest {

    @Test
    void doesTheSameForTheSameSeed() {
        assertThat(plan(5, EnumSet.allOf(FaultKind.class)).faults())
                .isEqualTo(plan(5, EnumSet.allOf(FaultKind.class)).faults())
                .isNotEqualTo(plan(6, EnumSet.allOf(FaultKind.class)).faults());
    }

    @Test
    void killsAsOftenAsAskedAndDoesTheRestInBetween() {
        assertThat(plan(5, EnumSet.allOf(FaultKind.class)).faults())
                .hasSize(36)
                .filteredOn(FaultKind::isKill)
                .hasSize(30);
    }

    @Test
    void doesNothingButWhatIsAskedFor() {
        assertThat(plan(5, Set.of(FaultKind.API)).faults())
                .containsOnly(FaultKind.API)
                .hasSize(30);
    }

    @Test
    void wantsToKillSomething() {
        assertThatThrownBy(() -> plan(5, Set.of(FaultKind.SCALE))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Plan plan(long seed, Set<FaultKind> kinds) {
        return new Plan(30, seed, new Layout(1, 1, 3), 2, 40, kinds, Duration.ofSeconds(1));
    }
}
