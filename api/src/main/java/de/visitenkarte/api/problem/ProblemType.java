package de.visitenkarte.api.problem;

import java.util.Locale;

/** All kinds of problems that the api answers with. Each has a section in {@code docs/problems.md}. */
public enum ProblemType {
    MALFORMED_REQUEST(400, "The request cannot be read"),
    AUTHORIZATION_PENDING(400, "Nobody has confirmed the code yet"),
    SLOW_DOWN(400, "Asked again too early"),
    EXPIRED_TOKEN(400, "The code is no longer valid"),
    ACCESS_DENIED(400, "A manager refused the code"),
    UNAUTHORIZED(401, "Sign in, or send a valid token"),
    FORBIDDEN(403, "Not allowed"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "The method is not supported here"),
    NOT_ACCEPTABLE(406, "None of the accepted media types is offered"),
    CONFLICT(409, "The request contradicts what is there"),
    PAYLOAD_TOO_LARGE(413, "The request is too large"),
    URI_TOO_LONG(414, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "The media type is not supported"),
    EXPECTATION_FAILED(417, "The expectation cannot be met"),
    UNPROCESSABLE(422, "The request is not acceptable"),
    UPGRADE_REQUIRED(426, "The protocol is not spoken here"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    INTERNAL_ERROR(500, "An error on our side"),
    UNAVAILABLE(503, "Not available at the moment"),
    VERSION_NOT_SUPPORTED(505, "The version of HTTP is not supported");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** Returns the HTTP status code. */
    public int status() {
        return status;
    }

    /** Returns the title, the same for every occurrence. */
    public String title() {
        return title;
    }

    /** Returns the name in the documentation, e.g. {@code not-found}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the type for a status; a status that has none of its own becomes the nearest general one. */
    public static ProblemType ofStatus(int status) {
        for (ProblemType type : values()) {
            if (type.status == status) {
                return type;
            }
        }
        return status < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR;
    }
}
