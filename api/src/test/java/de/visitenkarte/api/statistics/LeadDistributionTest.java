package de.visitenkarte.api.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import de.visitenkarte.events.LeadBins;
import org.junit.jupiter.api.Test;

class LeadDistributionTest {

    @Test
    void medianUpToFourWeeksIsAWholeDay() {
        assertThat(leads(0, 3, 21).percentileDays(0.5)).isEqualTo(3);
        assertThat(leads(7, 7, 7, 7).percentileDays(0.9)).isEqualTo(7);
        assertThat(leads(27).percentileDays(0.5)).isEqualTo(27);
    }

    @Test
    void interpolatesWithinAWeek() {
        assertThat(leads(35, 36).percentileDays(0.5)).isCloseTo(38, within(1e-9));
    }

    @Test
    void countsWhatIsBeyondAYearAsAYear() {
        assertThat(leads(1000).percentileDays(0.5)).isEqualTo(364);
    }

    @Test
    void fourWeeksAreNotLessThanFourWeeks() {
        LeadDistribution leads = leads(0, 13, 14, 27, 28);

        assertThat(leads.visits()).isEqualTo(5);
        assertThat(leads.shareUnder(14)).isEqualTo(0.4);
        assertThat(leads.shareUnder(28)).isEqualTo(0.8);
    }

    @Test
    void refusesAHistogramOfOtherBins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LeadDistribution(new long[3]))
                .withMessageContaining(LeadBins.COUNT + " bins");
    }

    private static LeadDistribution leads(int... days) {
        long[] histogram = new long[LeadBins.COUNT];
        for (int each : days) {
            histogram[LeadBins.binOf(each)]++;
        }
        return new LeadDistribution(histogram);
    }
}
