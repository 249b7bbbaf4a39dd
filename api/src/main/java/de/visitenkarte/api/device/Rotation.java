package de.visitenkarte.api.device;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a tablet is to fetch a new token: because the one it uses is old, or because its manager asked. */
public final class Rotation {

    private final Duration oldest;
    private final Clock clock;

    /** @param oldest age of a token from which on a new one is due */
    public Rotation(Duration oldest, Clock clock) {
        this.oldest = oldest;
        this.clock = clock;
    }

    /**
     * Returns whether a new token is due.
     *
     * @param issuedAt when the token in use was issued; null if there is none yet
     * @param askedAt when the manager asked; null if never
     */
    boolean isDue(@Nullable Instant issuedAt, @Nullable Instant askedAt) {
        return issuedAt != null
                && (issuedAt.plus(oldest).isBefore(clock.instant()) || (askedAt != null && askedAt.isAfter(issuedAt)));
    }
}
