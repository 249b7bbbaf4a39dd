package de.visitenkarte.events;

import java.util.Optional;

/**
 * Header of a record that was taken out of quarantine and is to be counted: says which letter it is and on whose account
 * that was booked.
 *
 * @param letterKey key of the dead letter
 * @param officeId {@link DeadLetter#getOfficeId()}
 * @param sourceId {@link DeadLetter#getSourceId()}
 */
public record ReplayHeader(String letterKey, String officeId, String sourceId) {

    /** Name of the header. */
    public static final String NAME = "visitenkarte-replay";

    private static final String SEPARATOR = " ";
    private static final int PARTS = 3;

    /** Returns the header's value. */
    public String value() {
        return String.join(SEPARATOR, letterKey, officeId, sourceId);
    }

    /** Returns what a value says; empty if it is none that {@link #value()} wrote. */
    public static Optional<ReplayHeader> parse(String value) {
        String[] parts = value.split(SEPARATOR, -1);
        return parts.length == PARTS ? Optional.of(new ReplayHeader(parts[0], parts[1], parts[2])) : Optional.empty();
    }
}
