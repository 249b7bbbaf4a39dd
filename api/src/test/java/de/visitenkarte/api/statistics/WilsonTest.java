package de.visitenkarte.api.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {

    /** The first four are table I of Newcombe, Statistics in Medicine 17 (1998), 857–872, method 3; he rounds to 4 places. */
    @ParameterizedTest
    @CsvSource({
        "81, 263, 0.2553, 0.3662",
        "15, 148, 0.0624, 0.1605",
        " 0,  20, 0.0000, 0.1611",
        " 1,  29, 0.0061, 0.1718",
        "20,  20, 0.8389, 1.0000",
        " 0,   1, 0.0000, 0.7935",
        " 1,   1, 0.2065, 1.0000",
    })
    void agreesWithPublishedExamples(long positive, long total, double low, double high) {
        Wilson.Interval interval = Wilson.interval(positive, total);

        assertThat(interval.low()).isCloseTo(low, within(0.00005));
        assertThat(interval.high()).isCloseTo(high, within(0.00005));
    }

    @Property
    void staysBetween0And1AndContainsTheShare(
            @ForAll @LongRange(min = 0, max = 100_000) long positive,
            @ForAll @LongRange(min = 1, max = 100_000) long total) {
        Assume.that(positive <= total);
        Wilson.Interval interval = Wilson.interval(positive, total);
        double share = (double) positive / total;

        assertThat(interval.low()).isBetween(0.0, share + 1e-12);
        assertThat(interval.high()).isBetween(share - 1e-12, 1.0);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-1, 5", "6, 5"})
    void refusesCountsThatCannotBe(long positive, long total) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Wilson.interval(positive, total))
                .withMessageContaining(positive + " of " + total);
    }
}
