package de.visitenkarte.streams.engine;

import com.codahale.metrics.health.HealthCheck;

/** Healthy while events are being counted. */
public final class EngineHealthCheck extends HealthCheck {

    private final StreamsEngine engine;

    public EngineHealthCheck(StreamsEngine engine) {
        this.engine = engine;
    }

    @Override
    protected Result check() {
        return engine.isRunning() ? Result.healthy(engine.description()) : Result.unhealthy(engine.description());
    }
}
