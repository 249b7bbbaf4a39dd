package de.visitenkarte.api.device;

import de.visitenkarte.api.registry.Device;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Gives a tablet a new token when one is due. */
public final class Renewal {

    /** An answer may get lost some times; whoever asks on and on fills the table of tokens. */
    private static final int TOKENS = 10;

    private static final Duration PER = Duration.ofHours(1);

    private final Configurations configurations;
    private final Tokens tokens;
    private final Limits limits;

    public Renewal(Configurations configurations, Tokens tokens, Clock clock) {
        this.configurations = configurations;
        this.tokens = tokens;
        this.limits = Limits.of(TOKENS, PER, clock);
    }

    /** Returns a new token; empty if none is due. */
    Optional<Secret> tokenFor(Device device) {
        if (!configurations.isRotationDue(device)) {
            return Optional.empty();
        }
        limits.take(device.id(), 1);
        return Optional.of(tokens.renew(device));
    }
}
