package de.visitenkarte.api.metrics;

import com.codahale.metrics.health.HealthCheck;
import org.jspecify.annotations.Nullable;

/** A health check that says in one sentence what is wrong. */
public final class Check extends HealthCheck {

    /** Looks at one dependency. */
    @FunctionalInterface
    public interface Look {
        /** Returns what is wrong, null if nothing is. */
        @Nullable
        String fault() throws Exception;
    }

    private final Look look;

    public Check(Look look) {
        this.look = look;
    }

    @Override
    protected Result check() throws Exception {
        String fault = look.fault();
        return fault == null ? Result.healthy() : Result.unhealthy(fault);
    }
}
