package de.visitenkarte.events;

import java.util.Arrays;
import java.util.Optional;

/**
 * Header of a record that the api took and that is not to be counted until someone has looked: its value is the reason of the
 * dead letter it becomes. Not part of the letter's record, so a record that comes out of the quarantine is counted.
 */
public enum QuarantineMark {
    /** Its device had been taken out of use before it arrived. */
    REVOKED_DEVICE("revoked device"),
    /** It arrived while the api could not know whether its device is still in use. */
    UNCONFIRMED_DEVICE("unconfirmed device");

    /** Name of the header. */
    public static final String NAME = "visitenkarte-quarantine";

    private final String text;

    QuarantineMark(String text) {
        this.text = text;
    }

    /** Returns the header's value, which is the reason of the letter too. */
    public String text() {
        return text;
    }

    /** Returns the mark with this text; empty if there is none. */
    public static Optional<QuarantineMark> find(String text) {
        return Arrays.stream(values()).filter(mark -> mark.text.equals(text)).findFirst();
    }
}
