package de.visitenkarte.streams.counting;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import de.visitenkarte.streams.account.Origin;
import de.visitenkarte.streams.quarantine.Reason;
import de.visitenkarte.streams.quarantine.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what comes from outside. Total: there are no bytes for which it throws. */
final class EventReader {

    /** Longest event. A rating has a few hundred bytes; whatever is longer would only fill the stores. */
    static final int MAX_BYTES = 16 * 1024;

    private EventReader() {}

    /** Returns the event in a record, or why it cannot be counted. */
    static <E extends MessageLite> Verdict<E> read(
            Counting<E, ?> counting, byte @Nullable [] key, byte @Nullable [] value) {
        if (value == null || value.length == 0) {
            return refused(key, Reason.UNREADABLE, "The record is empty", value);
        }
        if (value.length > MAX_BYTES) {
            return refused(key, Reason.NOT_ACCEPTABLE, "The event has more than " + MAX_BYTES + " bytes", value);
        }
        try {
            E event = counting.parser().parseFrom(value);
            Optional<String> objection = counting.objection().apply(event).or(() -> objectionTo(key, event, counting));
            return objection
                    .map(detail -> EventReader.<E>refused(key, Reason.NOT_ACCEPTABLE, detail, value))
                    .orElseGet(() -> new Verdict.Passed<>(event, 0));
        } catch (InvalidProtocolBufferException e) {
            return refused(key, Reason.UNREADABLE, "Not a " + counting.noun() + ": " + e.getMessage(), value);
        }
    }

    /** A record under another key would stand on another partition, where the same cell would be counted a second time. */
    private static <E extends MessageLite> Optional<String> objectionTo(
            byte @Nullable [] key, E event, Counting<E, ?> counting) {
        byte[] office = counting.originOf().apply(event).officeId().getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(key, office) ? Optional.empty() : Optional.of("The key of the record is not the office");
    }

    private static <E> Verdict<E> refused(
            byte @Nullable [] key, Reason reason, String detail, byte @Nullable [] value) {
        ByteString bytes = value == null ? ByteString.EMPTY : ByteString.copyFrom(value);
        return new Verdict.Refused<>(Origin.ofKey(key), reason, detail, bytes);
    }
}
