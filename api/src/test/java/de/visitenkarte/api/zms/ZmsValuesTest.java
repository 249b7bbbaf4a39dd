package de.visitenkarte.api.zms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZmsValuesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12|720",
                "\"12\"|720",
                "0|0",
                "20.5|1230",
                "\"0.0\"|0",
                "\"0:05:00\"|300",
                "\"1:02:03\"|3723",
                "\"0:10\"|600",
                "\"25:00:00\"|90000"
            })
    void readsMinutesAndClocks(String json, long seconds) {
        assertThat(ZmsValues.duration(ZmsFixtures.json(json))).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "-1", "\"-3\"", "\"soon\"", "[]", "{}", "\"1:99:00\""})
    void whatIsNoDurationIsMissing(String json) {
        assertThat(ZmsValues.duration(ZmsFixtures.json(json))).isEmpty();
    }

    @Test
    void zeroIsNoTime() {
        assertThat(ZmsValues.instant(ZmsFixtures.json("0"))).isEmpty();
        assertThat(ZmsValues.instant(ZmsFixtures.json("\"1447922893\"")))
                .contains(Instant.ofEpochSecond(1_447_922_893));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"true|true", "1|true", "\"1\"|true", "false|false", "0|false", "\"0\"|false", "null|false"})
    void readsFlagsInEverySpelling(String json, boolean flag) {
        assertThat(ZmsValues.flag(ZmsFixtures.json(json))).isEqualTo(flag);
    }
}
