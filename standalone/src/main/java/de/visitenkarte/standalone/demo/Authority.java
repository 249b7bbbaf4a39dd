package de.visitenkarte.standalone.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** A fictional immigration authority, as {@code demo/authorities.yaml} describes it. */
record Authority(String id, String name, Kind kind, PilotRole pilotRole, List<Office> offices) {

    enum Kind {
        @JsonProperty("city")
        CITY,
        @JsonProperty("district")
        DISTRICT
    }

    enum PilotRole {
        @JsonProperty("pilot")
        PILOT,
        @JsonProperty("comparison")
        COMPARISON
    }

    Authority {
        offices = List.copyOf(offices);
        if (offices.isEmpty()) {
            throw new IllegalArgumentException("an authority has at least one office: " + id);
        }
    }

    /** The id of the queue system that reports the visits of all its offices. */
    String integrationId() {
        return id + "-aufruf";
    }
}
