package de.visitenkarte.api.rating;

import static de.visitenkarte.api.examples.Examples.ACCEPTS_FROM;
import static de.visitenkarte.api.examples.Examples.NOW;
import static de.visitenkarte.api.examples.Examples.PUBLISHED_AT;
import static de.visitenkarte.api.examples.Examples.aDevice;
import static de.visitenkarte.api.examples.Examples.aRegistry;
import static de.visitenkarte.api.rating.RatingItemBuilder.aRating;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import de.visitenkarte.api.intake.Assessment;
import de.visitenkarte.api.intake.Bucket;
import de.visitenkarte.api.intake.Verdict.Reason;
import de.visitenkarte.events.Rating;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Whatever a tablet's clock says, its rating lies where it can have been given, or comes too late. */
class WrongClockTest {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final long TEN_YEARS_MILLIS = 315_360_000_000L;

    @Property
    void noRatingIsFurtherAheadThanTheTolerance(
            @ForAll @LongRange(min = -TEN_YEARS_MILLIS, max = TEN_YEARS_MILLIS) long millis) {
        assertIsWhereItBelongs(NOW.plusMillis(millis));
    }

    @Property
    void toleranceEndsAfterFiveMinutes(@ForAll @IntRange(min = -600_000, max = 600_000) int millis) {
        assertIsWhereItBelongs(NOW.plus(TOLERANCE).plusMillis(millis));
    }

    private static void assertIsWhereItBelongs(Instant ratedAt) {
        Assessment assessment = RatingAssessment.assess(aRating().at(ratedAt).build(), aDevice(), aRegistry(), NOW);
        boolean plausible = !ratedAt.isAfter(NOW.plus(TOLERANCE)) && !ratedAt.isBefore(PUBLISHED_AT);
        if (plausible && ratedAt.isBefore(ACCEPTS_FROM)) {
            assertThat(assessment).isEqualTo(new Assessment.Unacceptable(Reason.TOO_OLD));
            return;
        }
        Rating rating = accepted(assessment);

        assertThat(rating.getClockReplaced()).isEqualTo(!plausible);
        assertThat(Instant.ofEpochSecond(rating.getBucketStart()))
                .isEqualTo(Bucket.startOf(plausible ? ratedAt : NOW))
                .isBeforeOrEqualTo(NOW.plus(TOLERANCE));
    }

    private static Rating accepted(Assessment assessment) {
        try {
            return Rating.parseFrom(((Assessment.Acceptable) assessment).value());
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }
}
