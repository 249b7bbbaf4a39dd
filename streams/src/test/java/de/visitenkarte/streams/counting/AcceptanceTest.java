package de.visitenkarte.streams.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptanceTest {

    private static final long LARGEST_NUMBER = (1L << 53) - 1;
    private static final long YEAR_10000 = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond() + 1;

    @ParameterizedTest
    @ValueSource(strings = {"a", "musterstadt-mitte-aufenthalt-1", "nextSteps", "Zürich 3", "simulated_7"})
    void acceptsEveryKindOfIdThatIsInUse(String id) {
        assertThat(Acceptance.objectionToId("id", id)).isEmpty();
    }

    @Test
    void acceptsAnIdOfAHundredCharacters() {
        assertThat(Acceptance.objectionToId("id", "x".repeat(100))).isEmpty();
        assertThat(Acceptance.objectionToId("id", "x".repeat(101))).contains("id has more than 100 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\u0085", "\u007fa"})
    void refusesAnIdThatADatabaseCannotHold(String id) {
        assertThat(Acceptance.objectionToId("id", id)).contains("id contains a control character");
    }

    @Test
    void acceptsTheLargestNumberThatABrowserCountsUpTo() {
        assertThat(Acceptance.objectionToSequenceNumber(LARGEST_NUMBER)).isEmpty();
        assertThat(Acceptance.objectionToSequenceNumber(LARGEST_NUMBER + 1))
                .contains("sequence_number is not between 1 and 9007199254740991");
    }

    @Test
    void acceptsBucketsBeforeTheYear10000() {
        assertThat(Acceptance.objectionToBucketStart(YEAR_10000 - 900)).isEmpty();
        assertThat(Acceptance.objectionToBucketStart(YEAR_10000))
                .contains("bucket_start is not the start of a quarter hour from 1970 to 9999");
    }
}
