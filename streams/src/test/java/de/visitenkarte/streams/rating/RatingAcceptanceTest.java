package de.visitenkarte.streams.rating;

import static de.visitenkarte.streams.examples.Examples.BUCKET;
import static de.visitenkarte.streams.examples.Examples.aRating;
import static de.visitenkarte.streams.examples.Examples.aRatingWithoutAnswers;
import static de.visitenkarte.streams.examples.Examples.anAnswer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import de.visitenkarte.events.Rating;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RatingAcceptanceTest {

    @Test
    void acceptsARatingWithOneAnswer() {
        assertThat(RatingAcceptance.objectionTo(aRating().build())).isEmpty();
    }

    @Test
    void acceptsBothEndsOfTheScale() {
        Rating rating = aRatingWithoutAnswers()
                .addAnswers(anAnswer("waiting", 1))
                .addAnswers(anAnswer("overall", 5))
                .build();
        assertThat(RatingAcceptance.objectionTo(rating)).isEmpty();
    }

    @Test
    void acceptsFiftyAnswers() {
        assertThat(RatingAcceptance.objectionTo(withAnswers(50).build())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void saysWhatIsWrong(Rating.Builder rating, String objection) {
        assertThat(RatingAcceptance.objectionTo(rating.build())).contains(objection);
    }

    static Stream<Arguments> saysWhatIsWrong() {
        return Stream.of(
                arguments(aRating().setDeviceId(""), "device_id is blank"),
                arguments(aRating().setAuthorityId(" "), "authority_id is blank"),
                arguments(aRating().setOfficeId(""), "office_id is blank"),
                arguments(aRating().setAreaId("\t"), "area_id is blank"),
                arguments(aRating().setAreaId("a/b"), "area_id contains a '/'"),
                arguments(aRating().setAreaId("a\u0000b"), "area_id contains a control character"),
                arguments(aRating().setDeviceId("x".repeat(101)), "device_id has more than 100 characters"),
                arguments(aRating().setSequenceNumber(0), "sequence_number is not between 1 and 9007199254740991"),
                arguments(aRating().setSequenceNumber(-1), "sequence_number is not between 1 and 9007199254740991"),
                arguments(
                        aRating().setBucketStart(0),
                        "bucket_start is not the start of a quarter hour from 1970 to 9999"),
                arguments(
                        aRating().setBucketStart(-900),
                        "bucket_start is not the start of a quarter hour from 1970 to 9999"),
                arguments(
                        aRating().setBucketStart(BUCKET + 1),
                        "bucket_start is not the start of a quarter hour from 1970 to 9999"),
                arguments(aRating().setInstrumentVersion(0), "instrument_version is not at least 1"),
                arguments(aRatingWithoutAnswers(), "No answer to overall"),
                arguments(aRatingWithoutAnswers().addAnswers(anAnswer("waiting", 3)), "No answer to overall"),
                arguments(aRating().addAnswers(anAnswer("overall", 4)), "Two answers to overall"),
                arguments(aRating().addAnswers(anAnswer("", 4)), "question_id is blank"),
                arguments(aRating().addAnswers(anAnswer("waiting", 0)), "The answer to waiting is not between 1 and 5"),
                arguments(aRating().addAnswers(anAnswer("waiting", 6)), "The answer to waiting is not between 1 and 5"),
                arguments(
                        aRating().addAnswers(anAnswer("waiting", -1)), "The answer to waiting is not between 1 and 5"),
                arguments(withAnswers(51), "More than 50 answers"));
    }

    private static Rating.Builder withAnswers(int count) {
        Rating.Builder rating = aRating();
        for (int i = 1; i < count; i++) {
            rating.addAnswers(anAnswer("question-" + i, 3));
        }
        return rating;
    }
}
