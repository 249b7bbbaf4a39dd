package de.visitenkarte.api.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What became of one item of a batch.
 *
 * @param sequenceNumber the sender's own number of the item; null if it had none
 * @param reason why it was rejected; null otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Verdict(
        @Nullable Long sequenceNumber,
        Kind verdict,
        @Nullable Reason reason) {

    /** The sender may forget accepted and duplicate items, and must keep rejected ones for someone to look at. */
    public enum Kind {
        @JsonProperty("accepted")
        ACCEPTED,
        @JsonProperty("duplicate")
        DUPLICATE,
        @JsonProperty("rejected")
        REJECTED
    }

    /** Why an item cannot be accepted, now or ever. Each is explained in {@code docs/problems.md}. */
    public enum Reason {
        @JsonProperty("not-readable")
        NOT_READABLE,
        @JsonProperty("person-or-desk-field")
        PERSON_OR_DESK_FIELD,
        @JsonProperty("sequence-number-missing")
        SEQUENCE_NUMBER_MISSING,
        @JsonProperty("unknown-instrument")
        UNKNOWN_INSTRUMENT,
        @JsonProperty("unknown-question")
        UNKNOWN_QUESTION,
        @JsonProperty("answer-out-of-range")
        ANSWER_OUT_OF_RANGE,
        @JsonProperty("overall-missing")
        OVERALL_MISSING,
        @JsonProperty("unknown-language")
        UNKNOWN_LANGUAGE,
        @JsonProperty("unknown-office")
        UNKNOWN_OFFICE,
        @JsonProperty("times-out-of-order")
        TIMES_OUT_OF_ORDER,
        @JsonProperty("too-old")
        TOO_OLD,
        @JsonProperty("wait-too-long")
        WAIT_TOO_LONG,
        @JsonProperty("booking-not-plausible")
        BOOKING_NOT_PLAUSIBLE
    }
}
