package de.visitenkarte.api.problem;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** Thrown when someone asks more often than they may; answered with 429 and {@code Retry-After}. */
public final class TooManyRequestsException extends ClientErrorException {

    private static final long serialVersionUID = 1;

    /** @param wait until the next request would be taken; rounded up to whole seconds, at least one */
    public TooManyRequestsException(Duration wait) {
        super(Response.status(ProblemType.TOO_MANY_REQUESTS.status())
                .header(
                        HttpHeaders.RETRY_AFTER,
                        Math.max(1, wait.plusMillis(999).toSeconds()))
                .build());
    }
}
