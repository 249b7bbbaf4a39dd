package de.visitenkarte.streams.quarantine;

/** Why a record was put aside. A closed set: its text is part of the wire. */
public enum Reason {
    /** Empty, or not a message of the topic's type. */
    UNREADABLE("unreadable"),
    /** Readable, but it breaks a rule that the api keeps. */
    NOT_ACCEPTABLE("not acceptable"),
    /** Another event has this sequence number; the first one counts. */
    SEQUENCE_NUMBER_REUSED("sequence number reused");

    private final String text;

    Reason(String text) {
        this.text = text;
    }

    /** Returns the text of {@link de.visitenkarte.events.DeadLetter#getReason()}. */
    public String text() {
        return text;
    }
}
