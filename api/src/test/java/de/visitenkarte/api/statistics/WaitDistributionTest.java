package de.visitenkarte.api.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import de.visitenkarte.events.WaitBins;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WaitDistributionTest {

    @Test
    void interpolatesTheMedianWithinItsBin() {
        // Four visitors between 9 and 10 minutes: half of them are below 9.5.
        WaitDistribution waits = waits(570, 570, 570, 570);

        assertThat(waits.percentileMinutes(0.5)).isCloseTo(9.5, within(1e-9));
    }

    @Test
    void findsThe90thPercentile() {
        WaitDistribution waits = waits(60, 120, 180, 240, 300, 360, 420, 480, 540, 600);

        assertThat(waits.percentileMinutes(0.9)).isCloseTo(9, within(1e-9));
    }

    @Test
    void interpolatesInBinsOfFiveMinutes() {
        // One visitor between 60 and 65 minutes.
        assertThat(waits(3700).percentileMinutes(0.5)).isCloseTo(62.5, within(1e-9));
    }

    @Test
    void skipsEmptyBins() {
        assertThat(waits(30, 6000).percentileMinutes(1)).isCloseTo(100, within(1e-9));
        assertThat(waits(30, 6000).percentileMinutes(0.5)).isCloseTo(1, within(1e-9));
    }

    @Test
    void countsWaitsBeyondTheLastBinAsItsLowerEnd() {
        assertThat(waits(100_000).percentileMinutes(0.9)).isEqualTo(240);
    }

    @Test
    void countsExactly15MinutesAsWithin15() {
        assertThat(waits(900, 901).shareWithin(15)).isEqualTo(0.5);
    }

    @Test
    void countsExactly30MinutesAsWithin30() {
        assertThat(waits(0, 1800, 1801, 100_000).shareWithin(30)).isEqualTo(0.5);
    }

    @Property
    void isAtMostOneBinAwayFromTheTruth(
            @ForAll @Size(min = 1, max = 50) List<@IntRange(min = 0, max = 3600) Integer> seconds) {
        int exact = seconds.stream().sorted().toList().get((seconds.size() - 1) / 2);
        int[] waits = seconds.stream().mapToInt(Integer::intValue).toArray();

        assertThat(waits(waits).percentileMinutes(0.5)).isCloseTo(exact / 60.0, within(1.0));
    }

    @Test
    void refusesAHistogramOfOtherBins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WaitDistribution(new long[3]))
                .withMessageContaining(WaitBins.COUNT + " bins");
    }

    private static WaitDistribution waits(int... seconds) {
        long[] histogram = new long[WaitBins.COUNT];
        for (int wait : seconds) {
            histogram[WaitBins.binOf(wait)]++;
        }
        return new WaitDistribution(histogram);
    }
}
