package de.visitenkarte.api.intake;

/** What a look at one item says: whether it can be accepted. */
public sealed interface Assessment {

    /**
     * It can.
     *
     * @param key of the event: the office
     * @param value the event as it crosses the wire
     * @param bodyHash tells a repetition of the item from a reuse of its number
     */
    record Acceptable(String key, byte[] value, long bodyHash) implements Assessment {}

    /** It cannot. */
    record Unacceptable(Verdict.Reason reason) implements Assessment {}
}
