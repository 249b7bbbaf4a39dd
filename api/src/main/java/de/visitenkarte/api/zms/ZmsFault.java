package de.visitenkarte.api.zms;

import java.util.Locale;

/** Why an answer of ZMS cannot be used. */
final class ZmsFault extends Exception {

    private static final long serialVersionUID = 1;

    /** The kinds that are counted apart. */
    enum Kind {
        /** No answer, a time-out, or 5xx. */
        UNREACHABLE,
        /** The key is unknown or has no right to this scope. */
        UNAUTHORISED,
        /** Reduced data, which ZMS itself says are not for keeping. */
        REDUCED,
        /** Not the JSON that is expected: often a sign-in page of a proxy. */
        UNREADABLE;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Kind kind;

    ZmsFault(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    ZmsFault(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
