package de.visitenkarte.streams.quarantine;

import de.visitenkarte.events.QuarantineMark;

/** Why a record was put aside. A closed set: its text is part of the wire. */
public enum Reason {
    /** Empty, or not a message of the topic's type. */
    UNREADABLE("unreadable"),
    /** Readable, but it breaks a rule that the api keeps. */
    NOT_ACCEPTABLE("not acceptable"),
    /** Another event has this sequence number; the first one counts. */
    SEQUENCE_NUMBER_REUSED("sequence number reused"),
    /** The api marked it: its device had been taken out of use. */
    REVOKED_DEVICE(QuarantineMark.REVOKED_DEVICE.text()),
    /** The api marked it: it could not know whether the device is still in use. */
    UNCONFIRMED_DEVICE(QuarantineMark.UNCONFIRMED_DEVICE.text());

    private final String text;

    Reason(String text) {
        this.text = text;
    }

    /** Returns the text of {@link de.visitenkarte.events.DeadLetter#getReason()}. */
    public String text() {
        return text;
    }
}
