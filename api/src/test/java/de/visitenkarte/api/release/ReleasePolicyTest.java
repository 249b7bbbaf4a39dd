package de.visitenkarte.api.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleasePolicyTest {

    @ParameterizedTest
    @CsvSource({"4, 5", "5, 4", "0, 0", "100, 1"})
    void cannotGoBelowTheFloor(int minimumPeople, int step) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ReleasePolicy(minimumPeople, step));
    }

    @Test
    void canBeRaised() {
        assertThat(new ReleasePolicy(10, 20).step()).isEqualTo(20);
    }

    @Test
    void floorIsFive() {
        assertThat(ReleasePolicy.FLOOR).isEqualTo(new ReleasePolicy(5, 5));
    }
}
