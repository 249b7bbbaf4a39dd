package de.visitenkarte.api.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AnswerDistributionTest {

    private final AnswerDistribution faces = new AnswerDistribution(new long[] {1, 2, 3, 4, 10});
    private final AnswerDistribution threeAnswers = new AnswerDistribution(new long[] {1, 2, 7});

    @Test
    void countsAllAnswers() {
        assertThat(faces.answers()).isEqualTo(20);
    }

    @Test
    void countsTheTwoBestFacesAsPositive() {
        assertThat(faces.positive()).isEqualTo(14);
    }

    @Test
    void countsOnlyYesAsPositive() {
        assertThat(threeAnswers.positive()).isEqualTo(7);
    }

    @Test
    void meanOfFacesRunsFromMinusTwoToTwo() {
        assertThat(faces.mean()).isCloseTo((-2 - 2 + 0 + 4 + 20) / 20.0, within(1e-12));
        assertThat(new AnswerDistribution(new long[] {3, 0, 0, 0, 0}).mean()).isEqualTo(-2);
        assertThat(new AnswerDistribution(new long[] {0, 0, 0, 0, 3}).mean()).isEqualTo(2);
    }

    @Test
    void meanOfThreeAnswersRunsFromMinusOneToOne() {
        assertThat(threeAnswers.mean()).isCloseTo(0.6, within(1e-12));
        assertThat(new AnswerDistribution(new long[] {3, 0, 0}).mean()).isEqualTo(-1);
    }

    @Test
    void doesNotChangeWithTheArrayItWasMadeFrom() {
        long[] counts = {0, 0, 0, 0, 1};
        AnswerDistribution distribution = new AnswerDistribution(counts);
        counts[0] = 99;

        assertThat(distribution.answers()).isEqualTo(1);
    }
}
