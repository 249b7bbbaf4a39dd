package de.visitenkarte.dashboards;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Plants defects into a healthy dashboard. */
final class Defects {

    private static final Path HEALTHY = Path.of("src/test/resources/healthy.json");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Defects() {}

    static Dashboard healthy() {
        return Dashboard.read(HEALTHY);
    }

    /**
     * Returns the dashboard with one value replaced.
     *
     * @param pointer where, as RFC 6901 says
     * @param value the new value as JSON; empty removes the old one
     */
    static Dashboard plant(String pointer, String value) {
        Dashboard dashboard = healthy();
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode parent = dashboard.json().at(place.head());
        if (parent instanceof ObjectNode object) {
            String key = place.last().getMatchingProperty();
            if (value.isEmpty()) {
                object.remove(key);
            } else {
                object.set(key, parse(value));
            }
        } else if (parent instanceof ArrayNode array) {
            array.set(place.last().getMatchingIndex(), parse(value));
        } else {
            throw new IllegalArgumentException("there is nothing at " + pointer);
        }
        return dashboard;
    }

    /** Returns the dashboard with another query in a panel. */
    static Dashboard plantSql(int panel, String sql) {
        return plant(
                "/panels/" + panel + "/targets/0/rawSql",
                MAPPER.valueToTree(sql).toString());
    }

    private static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
