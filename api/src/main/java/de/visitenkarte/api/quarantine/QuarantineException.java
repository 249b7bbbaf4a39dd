package de.visitenkarte.api.quarantine;

/** Thrown when a command cannot do what it was asked for; the message is for the operator. */
public final class QuarantineException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param message one sentence that says what to do */
    public QuarantineException(String message) {
        super(message);
    }

    /** @param message one sentence that says what to do */
    public QuarantineException(String message, Throwable cause) {
        super(message, cause);
    }
}
