package de.visitenkarte.api.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeartbeatsTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 10", "10, 10", "11, 100", "1000, 1000", "1001, 10000", "99999, 10000"})
    void keepsNoNumberThatRatingsCouldBeCountedBy(int number, int kept) {
        assertThat(Heartbeats.roundedUp(number)).isEqualTo(kept);
    }
}
