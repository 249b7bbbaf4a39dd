package de.visitenkarte.dashboards;

import com.fasterxml.jackson.databind.JsonNode;

/** A variable of a dashboard; all of ours are filled by a query. */
record Variable(JsonNode json) {

    String name() {
        return json.path("name").asText();
    }

    /** Whether several values may be chosen at once. */
    boolean multi() {
        return json.path("multi").asBoolean() || json.path("includeAll").asBoolean();
    }

    Query query() {
        return new Query("variable '" + name() + "'", json.path("query").asText(), "table");
    }
}
