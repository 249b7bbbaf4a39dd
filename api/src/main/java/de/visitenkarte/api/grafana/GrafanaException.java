package de.visitenkarte.api.grafana;

/** Something that the person at the keyboard can mend; the message is one sentence for them. */
public final class GrafanaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GrafanaException(String message) {
        super(message);
    }

    GrafanaException(String message, Throwable cause) {
        super(message, cause);
    }
}
