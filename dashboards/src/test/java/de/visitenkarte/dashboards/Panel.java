package de.visitenkarte.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** A panel of a dashboard. */
record Panel(JsonNode json) {

    String type() {
        return json.path("type").asText();
    }

    /** Names it for people. */
    String name() {
        return "panel " + json.path("id").asText() + " '" + json.path("title").asText() + "'";
    }

    /** Whether it shows data; texts and rows do not. */
    boolean showsData() {
        return !List.of("text", "row").contains(type());
    }

    List<Query> queries() {
        return Json.stream(json.path("targets"))
                .map(target -> Query.of(name(), target))
                .toList();
    }

    JsonNode defaults() {
        return json.path("fieldConfig").path("defaults");
    }

    List<JsonNode> overrides() {
        return Json.stream(json.path("fieldConfig").path("overrides")).toList();
    }

    /** Returns the value that a field's override gives to a property, or else the default. */
    String property(String field, String property) {
        return overrides().stream()
                .filter(override ->
                        override.path("matcher").path("options").asText().equals(field))
                .flatMap(override -> Json.stream(override.path("properties")))
                .filter(each -> each.path("id").asText().equals(property))
                .map(each -> each.path("value").asText())
                .findFirst()
                .orElse(defaults().path(property).asText());
    }

    /** Returns the place on the grid. */
    Optional<Place> place() {
        JsonNode grid = json.path("gridPos");
        boolean whole = List.of("x", "y", "w", "h").stream()
                .allMatch(key -> grid.path(key).isInt());
        return whole
                ? Optional.of(new Place(
                        grid.path("x").asInt(),
                        grid.path("y").asInt(),
                        grid.path("w").asInt(),
                        grid.path("h").asInt()))
                : Optional.empty();
    }

    /** A rectangle on a grid that is 24 wide. */
    record Place(int x, int y, int width, int height) {

        boolean fits() {
            return x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= 24;
        }

        boolean overlaps(Place other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }
    }
}
