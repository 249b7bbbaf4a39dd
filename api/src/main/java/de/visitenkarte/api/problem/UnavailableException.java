package de.visitenkarte.api.problem;

/** Thrown when something that a request needs is away; answered with 503 and {@code Retry-After}. */
public final class UnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param message what is away, fit for the client */
    public UnavailableException(String message) {
        super(message);
    }

    /** @param message what is away, fit for the client */
    public UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
