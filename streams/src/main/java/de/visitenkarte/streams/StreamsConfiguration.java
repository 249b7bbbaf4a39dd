package de.visitenkarte.streams;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.visitenkarte.streams.engine.EngineSettings;
import io.dropwizard.core.Configuration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** The whole configuration; {@code streams.yaml} on the class path is the only file. */
public final class StreamsConfiguration extends Configuration {

    @Valid
    @NotNull
    @JsonProperty
    @SuppressWarnings("NullAway.Init") // Dropwizard sets it, and refuses a configuration without it.
    private EngineSettings engine;

    /** Returns how Kafka is reached and how the topology runs. */
    public EngineSettings engine() {
        return engine;
    }
}
