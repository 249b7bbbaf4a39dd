package de.visitenkarte.api.metrics;

import io.dropwizard.lifecycle.Managed;

/** Closes something when the application stops. */
public record Closing(AutoCloseable resource) implements Managed {

    @Override
    public void stop() throws Exception {
        resource.close();
    }
}
