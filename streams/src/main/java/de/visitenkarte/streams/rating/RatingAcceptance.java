package de.visitenkarte.streams.rating;

import de.visitenkarte.events.Answer;
import de.visitenkarte.events.Rating;
import de.visitenkarte.streams.counting.Acceptance;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides whether a rating can be counted. */
final class RatingAcceptance {

    /** The question that every rating answers. */
    static final String OVERALL = "overall";

    /** The instrument has nine questions. Each answer is a cell, and all cells of a quarter hour are one record. */
    private static final int MAX_ANSWERS = 50;

    private RatingAcceptance() {}

    /** Returns the first thing that is wrong with a rating; empty if nothing is. */
    static Optional<String> objectionTo(Rating rating) {
        return Acceptance.objectionToId("device_id", rating.getDeviceId())
                .or(() -> Acceptance.objectionToId("authority_id", rating.getAuthorityId()))
                .or(() -> Acceptance.objectionToId("office_id", rating.getOfficeId()))
                .or(() -> Acceptance.objectionToId("area_id", rating.getAreaId()))
                .or(() -> Acceptance.objectionToSequenceNumber(rating.getSequenceNumber()))
                .or(() -> Acceptance.objectionToBucketStart(rating.getBucketStart()))
                .or(() -> objectionToInstrument(rating.getInstrumentVersion()))
                .or(() -> objectionToAnswers(rating.getAnswersList()));
    }

    private static Optional<String> objectionToInstrument(int version) {
        return version >= 1 ? Optional.empty() : Optional.of("instrument_version is not at least 1");
    }

    private static Optional<String> objectionToAnswers(List<Answer> answers) {
        if (answers.size() > MAX_ANSWERS) {
            return Optional.of("More than " + MAX_ANSWERS + " answers");
        }
        Set<String> questions = new HashSet<>();
        for (Answer answer : answers) {
            Optional<String> objection = Acceptance.objectionToId("question_id", answer.getQuestionId())
                    .or(() -> objectionToValue(answer));
            if (objection.isPresent()) {
                return objection;
            }
            if (!questions.add(answer.getQuestionId())) {
                return Optional.of("Two answers to " + answer.getQuestionId());
            }
        }
        return questions.contains(OVERALL) ? Optional.empty() : Optional.of("No answer to " + OVERALL);
    }

    private static Optional<String> objectionToValue(Answer answer) {
        int value = answer.getValue();
        return value >= 1 && value <= RatingFold.VALUES
                ? Optional.empty()
                : Optional.of("The answer to " + answer.getQuestionId() + " is not between 1 and " + RatingFold.VALUES);
    }
}
