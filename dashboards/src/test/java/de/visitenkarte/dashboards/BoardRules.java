package de.visitenkarte.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/** Rules about a dashboard as a whole. */
final class BoardRules {

    private static final int MOST_PANELS = 12;

    private BoardRules() {}

    static void check(Dashboard dashboard, Consumer<String> findings) {
        JsonNode json = dashboard.json();
        require(json.path("schemaVersion").asInt() == 42, "schemaVersion is not 42", findings);
        require(dashboard.uid().matches("visitenkarte-[a-z-]+"), "uid is not visitenkarte-…", findings);
        require(!json.has("id"), "has an id, which belongs to one Grafana only", findings);
        require(!json.has("__inputs"), "has inputs, which provisioning does not fill", findings);
        require(json.path("editable").isBoolean() && !json.path("editable").asBoolean(), "is editable", findings);
        require(!json.path("title").asText().isBlank(), "has no title", findings);
        require(!json.path("description").asText().isBlank(), "has no description", findings);
        require(json.path("timezone").asText().equals("Europe/Berlin"), "timezone is not Europe/Berlin", findings);
        require(json.path("weekStart").asText().equals("monday"), "weekStart is not monday", findings);
        checkPanels(dashboard, findings);
    }

    private static void checkPanels(Dashboard dashboard, Consumer<String> findings) {
        long panels = dashboard.panels().stream()
                .filter(panel -> !panel.type().equals("row"))
                .count();
        require(panels <= MOST_PANELS, "has more than " + MOST_PANELS + " panels", findings);
        long ids = dashboard.panels().stream()
                .map(panel -> panel.json().path("id").asInt())
                .distinct()
                .count();
        require(ids == dashboard.panels().size(), "two panels have the same id", findings);
        require(
                dashboard.panels().stream().anyMatch(BoardRules::tellsWhetherSimulated),
                "has no panel at the top that tells from dash.authority whether the data are simulated",
                findings);
    }

    private static boolean tellsWhetherSimulated(Panel panel) {
        return panel.json().path("gridPos").path("y").asInt() == 0
                && panel.queries().stream()
                        .map(Query::sql)
                        .anyMatch(sql -> sql.contains("simulated")
                                && sql.contains("dash.authority")
                                && sql.contains("Simulierte Daten"));
    }

    private static void require(boolean fulfilled, String finding, Consumer<String> findings) {
        if (!fulfilled) {
            findings.accept(finding);
        }
    }
}
