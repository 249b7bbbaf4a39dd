package de.visitenkarte.streams.quarantine;

import com.google.protobuf.ByteString;
import de.visitenkarte.streams.account.Origin;
import java.util.List;

/**
 * What a step made of a record. Lives between two nodes of the topology and is never serialised.
 *
 * @param <E> rating or visit
 */
public sealed interface Verdict<E> {

    /**
     * The event goes on to the next step.
     *
     * @param sequenceNumber of an event that turned out to be new; 0 before that is known
     */
    record Passed<E>(E event, long sequenceNumber) implements Verdict<E> {}

    /**
     * The record goes to the dead letters.
     *
     * @param detail what exactly was wrong, for the operator
     * @param value the value of the record as it was read
     */
    record Refused<E>(Origin origin, Reason reason, String detail, ByteString value) implements Verdict<E> {}

    /** The record came before and is dropped. */
    record Repeated<E>(Origin origin) implements Verdict<E> {}

    /** The record was taken out of quarantine; what becomes of it now is another verdict. */
    record Replayed<E>(Origin origin) implements Verdict<E> {}

    /** Returns the event if it passed, otherwise nothing. */
    default List<E> passed() {
        return this instanceof Passed<E> passed ? List.of(passed.event()) : List.of();
    }

    /** Returns the refusal if there is one, otherwise nothing. */
    default List<Refused<E>> refused() {
        return this instanceof Refused<E> refused ? List.of(refused) : List.of();
    }
}
