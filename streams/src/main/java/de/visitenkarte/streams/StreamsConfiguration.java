package de.visitenkarte.streams;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.visitenkarte.streams.engine.EngineSettings;
import io.dropwizard.core.Configuration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Period;

/** The whole configuration; {@code streams.yaml} on the class path is the only file. */
public final class StreamsConfiguration extends Configuration {

    @Valid
    @NotNull
    @JsonProperty
    @SuppressWarnings("NullAway.Init") // Dropwizard sets it, and refuses a configuration without it.
    private EngineSettings engine;

    @Min(9)
    @Max(60)
    @JsonProperty
    private int cellMonths = 13;

    /** Returns how old a quarter hour becomes until its cells are deleted: a month longer than the api keeps them. */
    Period cellsKept() {
        return Period.ofMonths(cellMonths + 1);
    }

    /** Returns how Kafka is reached and how the topology runs. */
    public EngineSettings engine() {
        return engine;
    }
}
