package de.visitenkarte.api.rating;

import static de.visitenkarte.api.examples.Examples.ACCEPTS_FROM;
import static de.visitenkarte.api.examples.Examples.AREA;
import static de.visitenkarte.api.examples.Examples.AUTHORITY;
import static de.visitenkarte.api.examples.Examples.NOW;
import static de.visitenkarte.api.examples.Examples.OFFICE;
import static de.visitenkarte.api.examples.Examples.PUBLISHED_AT;
import static de.visitenkarte.api.examples.Examples.aDevice;
import static de.visitenkarte.api.examples.Examples.aRegistry;
import static de.visitenkarte.api.rating.RatingItemBuilder.aRating;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import de.visitenkarte.api.intake.Assessment;
import de.visitenkarte.api.intake.Bucket;
import de.visitenkarte.api.intake.Verdict.Reason;
import de.visitenkarte.events.Answer;
import de.visitenkarte.events.Rating;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatingAssessmentTest {

    static Stream<Arguments> unacceptable() {
        Map<String, Integer> withNull = new HashMap<>();
        withNull.put("overall", null);
        return Stream.of(
                Arguments.of(aRating().at(null), Reason.NOT_READABLE),
                Arguments.of(aRating().answering(null), Reason.NOT_READABLE),
                Arguments.of(aRating().in(null), Reason.UNKNOWN_LANGUAGE),
                Arguments.of(aRating().in(""), Reason.UNKNOWN_LANGUAGE),
                Arguments.of(aRating().in("x"), Reason.UNKNOWN_LANGUAGE),
                Arguments.of(aRating().in("de_DE"), Reason.UNKNOWN_LANGUAGE),
                Arguments.of(aRating().in("de<script>"), Reason.UNKNOWN_LANGUAGE),
                Arguments.of(aRating().ofInstrument(0), Reason.UNKNOWN_INSTRUMENT),
                Arguments.of(aRating().ofInstrument(2), Reason.UNKNOWN_INSTRUMENT),
                Arguments.of(aRating().answering(Map.of("overall", 4, "desk", 1)), Reason.UNKNOWN_QUESTION),
                Arguments.of(aRating().answering(Map.of("overall", 0)), Reason.ANSWER_OUT_OF_RANGE),
                Arguments.of(aRating().answering(Map.of("overall", 6)), Reason.ANSWER_OUT_OF_RANGE),
                Arguments.of(aRating().answering(Map.of("overall", 5, "respect", 4)), Reason.ANSWER_OUT_OF_RANGE),
                Arguments.of(aRating().answering(withNull), Reason.ANSWER_OUT_OF_RANGE),
                Arguments.of(aRating().answering(Map.of("respect", 3)), Reason.OVERALL_MISSING),
                Arguments.of(aRating().answering(Map.of()), Reason.OVERALL_MISSING));
    }

    @ParameterizedTest
    @MethodSource("unacceptable")
    void saysWhyARatingCannotBeAccepted(RatingItemBuilder rating, Reason reason) {
        assertThat(assess(rating)).isEqualTo(new Assessment.Unacceptable(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "de-DE", "kmr", "zh-Hans-CN", "sr-Latn-RS-x1"})
    void knowsLanguageTags(String language) {
        assertThat(accepted(aRating().in(language)).getLanguage()).isEqualTo(language);
    }

    @Test
    void takesAuthorityOfficeAndAreaFromTheRegistrationOfTheDevice() {
        Rating rating = accepted(aRating());

        assertThat(rating.getAuthorityId()).isEqualTo(AUTHORITY);
        assertThat(rating.getOfficeId()).isEqualTo(OFFICE);
        assertThat(rating.getAreaId()).isEqualTo(AREA);
        assertThat(rating.getDeviceId()).isEqualTo(aDevice().id());
    }

    @Test
    void isKeyedByTheOffice() {
        assertThat(((Assessment.Acceptable) assess(aRating())).key()).isEqualTo(OFFICE);
    }

    @Test
    void carriesNumberInstrumentAndAnswersInAFixedOrder() {
        Rating rating = accepted(aRating().numbered(17).answering(Map.of("respect", 3, "overall", 2)));

        assertThat(rating.getSequenceNumber()).isEqualTo(17);
        assertThat(rating.getInstrumentVersion()).isEqualTo(1);
        assertThat(rating.getAnswersList())
                .containsExactly(
                        Answer.newBuilder().setQuestionId("overall").setValue(2).build(),
                        Answer.newBuilder().setQuestionId("respect").setValue(3).build());
    }

    @Test
    void keepsOnlyTheQuarterHourOfTheTap() {
        Instant tap = Instant.parse("2026-11-23T09:29:59Z");

        assertThat(bucketOf(accepted(aRating().at(tap)))).isEqualTo("2026-11-23T09:15:00Z");
    }

    @Test
    void ratingFromTwoWeeksAgoKeepsItsOwnBucket() {
        Instant twoWeeksAgo = NOW.minus(Duration.ofDays(14));
        Rating rating = accepted(aRating().at(twoWeeksAgo));

        assertThat(bucketOf(rating)).isEqualTo(Bucket.startOf(twoWeeksAgo));
        assertThat(rating.getClockReplaced()).isFalse();
    }

    @Test
    void believesAClockThatIsFiveMinutesFast() {
        Instant fast = NOW.plus(Duration.ofMinutes(5));
        Rating rating = accepted(aRating().at(fast));

        assertThat(rating.getClockReplaced()).isFalse();
        // 10:25:30, another bucket would need ten minutes more: check the flag with a server time that tells them
        // apart.
        assertThat(bucketOf(rating)).isEqualTo(Bucket.startOf(fast));
    }

    @Test
    void replacesAndFlagsAClockThatIsMoreThanFiveMinutesFast() {
        Rating rating = accepted(aRating().at(NOW.plus(Duration.ofMinutes(5)).plusMillis(1)));

        assertThat(rating.getClockReplaced()).isTrue();
        assertThat(bucketOf(rating)).isEqualTo(Bucket.startOf(NOW));
    }

    @Test
    void replacesATimeFarInTheFuture() {
        assertThat(bucketOf(accepted(aRating().at(Instant.parse("2106-01-01T00:00:00Z")))))
                .isEqualTo(Bucket.startOf(NOW));
    }

    @Test
    void replacesATimeBeforeTheInstrumentWasPublished() {
        Rating rating = accepted(aRating().at(PUBLISHED_AT.minusSeconds(1)));

        assertThat(rating.getClockReplaced()).isTrue();
        assertThat(bucketOf(rating)).isEqualTo(Bucket.startOf(NOW));
    }

    @Test
    void believesATimeThatIsNotTooOld() {
        Rating rating = accepted(aRating().at(ACCEPTS_FROM));

        assertThat(rating.getClockReplaced()).isFalse();
        assertThat(bucketOf(rating)).isEqualTo(ACCEPTS_FROM);
    }

    @Test
    void repetitionHasTheSameHashWhateverTheOrderOfTheAnswers() {
        Map<String, Integer> reversed = new LinkedHashMap<>();
        reversed.put("respect", 3);
        reversed.put("overall", 2);

        assertThat(hashOf(aRating().answering(reversed)))
                .isEqualTo(hashOf(aRating().answering(new TreeMap<>(reversed))));
    }

    @Test
    void otherAnswersOrLanguageHaveAnotherHash() {
        assertThat(Stream.of(
                                aRating(),
                                aRating().answering(Map.of("overall", 1)),
                                aRating().answering(Map.of("overall", 4, "respect", 1)),
                                aRating().in("fa"))
                        .map(RatingAssessmentTest::hashOf))
                .doesNotHaveDuplicates();
    }

    @Test
    void hashDoesNotTellTheExactTime() {
        assertThat(hashOf(aRating().at(NOW))).isEqualTo(hashOf(aRating().at(NOW.minusSeconds(1))));
    }

    private static Assessment assess(RatingItemBuilder rating) {
        return RatingAssessment.assess(rating.build(), aDevice(), aRegistry(), NOW);
    }

    private static Rating accepted(RatingItemBuilder rating) {
        try {
            return Rating.parseFrom(((Assessment.Acceptable) assess(rating)).value());
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    private static long hashOf(RatingItemBuilder rating) {
        long hash = ((Assessment.Acceptable) assess(rating)).bodyHash();
        assertThat(accepted(rating).getBodyHash()).isEqualTo(hash);
        return hash;
    }

    private static Instant bucketOf(Rating rating) {
        return Instant.ofEpochSecond(rating.getBucketStart());
    }
}
