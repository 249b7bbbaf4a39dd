package de.visitenkarte.api.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleasePolicyTest {

    @ParameterizedTest
    @CsvSource({"4, 10, 30, 100", "5, 9, 30, 100", "5, 10, 29, 100", "5, 10, 30, 99", "0, 0, 0, 0"})
    void cannotGoBelowTheFloor(int blockSize, int shares, int extremes, int comparison) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReleasePolicy(blockSize, shares, extremes, comparison));
    }

    @Test
    void showsNoSharesOfLessThanABlock() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ReleasePolicy(20, 10, 30, 100));
    }

    @Test
    void canBeRaised() {
        assertThat(new ReleasePolicy(10, 20, 50, 200).blockSize()).isEqualTo(10);
    }

    @Test
    void floorIsThatOfTheDesign() {
        assertThat(ReleasePolicy.FLOOR).isEqualTo(new ReleasePolicy(5, 10, 30, 100));
    }
}
