package de.visitenkarte.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/** Rules about a variable. */
final class VariableRules {

    private VariableRules() {}

    static void check(Variable variable, Consumer<String> findings) {
        JsonNode json = variable.json();
        String name = "variable '" + variable.name() + "'";
        if (!json.path("type").asText().equals("query") || !PanelRules.isOurs(json)) {
            findings.accept(name + " is not filled by a query to our data source");
        }
        if (json.path("refresh").asInt() != 2) {
            findings.accept(name + " does not reload when the time changes");
        }
        if (json.path("label").asText().isBlank()
                || json.path("description").asText().isBlank()) {
            findings.accept(name + " has no label or no description");
        }
        if (json.has("allValue")) {
            findings.accept(name + " has a value of its own for all, which the queries do not expect");
        }
        QueryRules.check(variable.query(), findings);
    }
}
