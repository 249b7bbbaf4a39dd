package de.visitenkarte.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitBinsTest {

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "1,0",
        "60,0",
        "61,1",
        "900,14",
        "901,15",
        "3600,59",
        "3601,60",
        "3900,60",
        "3901,61",
        "14400,95",
        "14401,96",
        "90000,96"
    })
    void includesTheUpperEndOfABin(long seconds, int bin) {
        assertThat(WaitBins.binOf(seconds)).isEqualTo(bin);
    }

    @Test
    void leavesNoMinuteBetweenTwoBins() {
        for (int bin = 1; bin < WaitBins.COUNT; bin++) {
            assertThat(WaitBins.lowerMinutes(bin)).isEqualTo(WaitBins.upperMinutes(bin - 1));
        }
        assertThat(WaitBins.COUNT).isEqualTo(97);
    }

    @Test
    void refusesANegativeWait() {
        assertThatThrownBy(() -> WaitBins.binOf(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
