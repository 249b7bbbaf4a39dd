package de.visitenkarte.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Rules about one panel. */
final class PanelRules {

    static final String SOURCE_TYPE = "grafana-postgresql-datasource";
    static final String SOURCE_UID = "visitenkarte-postgresql";

    private static final Set<String> TYPES = Set.of("stat", "timeseries", "barchart", "table", "text", "row");
    private static final Pattern UNIT = Pattern.compile("percentunit|locale|none|string|time:[A-Z.: ]+|suffix:.+");
    private static final Set<String> PROPERTIES = Set.of(
            "unit",
            "decimals",
            "min",
            "max",
            "noValue",
            "color",
            "mappings",
            "links",
            "custom.lineWidth",
            "custom.lineStyle",
            "custom.drawStyle",
            "custom.showPoints",
            "custom.fillOpacity",
            "custom.fillBelowTo",
            "custom.hideFrom",
            "custom.hideFrom.viz",
            "custom.axisPlacement",
            "custom.axisLabel",
            "custom.minWidth");

    private PanelRules() {}

    static void check(Panel panel, Consumer<String> findings) {
        Consumer<String> ofPanel = finding -> findings.accept(panel.name() + " " + finding);
        require(TYPES.contains(panel.type()), "has the type " + panel.type(), ofPanel);
        require(!panel.json().path("title").asText().isBlank(), "has no title", ofPanel);
        if (!panel.type().equals("row")) {
            require(!panel.json().path("description").asText().isBlank(), "has no description", ofPanel);
        }
        boolean direction = panel.json().path("repeatDirection").asText().equals("h");
        require(!panel.json().has("repeat") || direction, "repeats without repeatDirection h", ofPanel);
        if (panel.showsData()) {
            checkData(panel, ofPanel);
        }
    }

    private static void checkData(Panel panel, Consumer<String> findings) {
        require(!panel.queries().isEmpty(), "has no query", findings);
        require(isOurs(panel.json()), "has another data source", findings);
        for (JsonNode target : panel.json().path("targets")) {
            require(isOurs(target), "has a query to another data source", findings);
            require(target.path("rawQuery").asBoolean(), "has a query that is not rawQuery", findings);
        }
        require(!panel.defaults().path("noValue").asText().isBlank(), "has no text for no value", findings);
        require(UNIT.matcher(panel.defaults().path("unit").asText()).matches(), "has no known unit", findings);
        for (JsonNode override : panel.overrides()) {
            override.path("properties").forEach(property -> checkProperty(property, findings));
        }
        boolean series = panel.queries().stream().allMatch(Query::isSeries);
        require(panel.type().equals("timeseries") == series, "has a query in the wrong format", findings);
        for (Map.Entry<String, String> text : Json.texts(panel.json())) {
            require(!text.getValue().contains("${DS_"), "has an input instead of a data source", findings);
        }
    }

    private static void checkProperty(JsonNode property, Consumer<String> findings) {
        String id = property.path("id").asText();
        require(PROPERTIES.contains(id), "overrides the unknown property " + id, findings);
        if (id.equals("unit")) {
            String unit = property.path("value").asText();
            require(UNIT.matcher(unit).matches(), "overrides with the unknown unit " + unit, findings);
        }
    }

    static boolean isOurs(JsonNode node) {
        JsonNode source = node.path("datasource");
        return List.of(source.path("type").asText(), source.path("uid").asText())
                .equals(List.of(SOURCE_TYPE, SOURCE_UID));
    }

    private static void require(boolean fulfilled, String finding, Consumer<String> findings) {
        if (!fulfilled) {
            findings.accept(finding);
        }
    }
}
