package de.visitenkarte.api.audit;

/** Thrown when the log is not what it should be, or a question about it cannot be understood; the message is for people. */
public final class AuditException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param message one sentence */
    public AuditException(String message) {
        super(message);
    }
}
