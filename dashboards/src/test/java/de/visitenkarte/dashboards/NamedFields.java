package de.visitenkarte.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the fields that a panel's settings name and its queries do not deliver. Grafana ignores such settings silently. */
final class NamedFields {

    private static final Pattern IN_LINK =
            Pattern.compile("\\$\\{__data\\.fields(?:\\.([\\p{L}0-9_]+)|\\[(?:\"|')?([^\"'\\]]+)(?:\"|')?])[^}]*}");
    private static final List<String> ORGANIZED = List.of("renameByName", "excludeByName", "indexByName");

    private final Panel panel;
    private final List<String> problems = new ArrayList<>();

    private List<String> fields;

    private NamedFields(Panel panel, List<String> fields) {
        this.panel = panel;
        this.fields = fields;
    }

    /**
     * Returns what is wrong.
     *
     * @param fields what all queries of the panel deliver
     */
    static List<String> problems(Panel panel, List<String> fields) {
        NamedFields named = new NamedFields(panel, fields);
        named.transform();
        named.overrides();
        named.options();
        named.links();
        return List.copyOf(named.problems);
    }

    private void transform() {
        for (JsonNode transformation : panel.json().path("transformations")) {
            String id = transformation.path("id").asText();
            if (!id.equals("organize")) {
                problems.add("the transformation " + id + " cannot be checked");
                continue;
            }
            JsonNode options = transformation.path("options");
            ORGANIZED.forEach(key ->
                    options.path(key).fieldNames().forEachRemaining(name -> require(name, "transformation " + key)));
            fields = fields.stream()
                    .filter(field -> !options.path("excludeByName").path(field).asBoolean())
                    .map(field -> options.path("renameByName").path(field).asText(field))
                    .toList();
        }
    }

    private void overrides() {
        for (JsonNode override : panel.overrides()) {
            JsonNode matcher = override.path("matcher");
            String options = matcher.path("options").asText();
            switch (matcher.path("id").asText()) {
                case "byName" -> require(options, "override");
                case "byRegexp" -> requireMatch(options, "override");
                default -> problems.add("the matcher " + matcher.path("id") + " cannot be checked");
            }
            for (JsonNode property : override.path("properties")) {
                if (property.path("id").asText().equals("custom.fillBelowTo")) {
                    require(property.path("value").asText(), "fillBelowTo");
                }
            }
        }
    }

    private void options() {
        JsonNode options = panel.json().path("options");
        for (String key : List.of("xField", "colorByField")) {
            if (options.has(key)) {
                require(options.path(key).asText(), key);
            }
        }
        String reduced = options.path("reduceOptions").path("fields").asText();
        if (reduced.startsWith("/")) {
            requireMatch(reduced, "reduceOptions");
        } else if (!reduced.isEmpty()) {
            require(reduced, "reduceOptions");
        }
        options.path("sortBy")
                .forEach(column -> require(column.path("displayName").asText(), "sortBy"));
    }

    private void links() {
        for (Map.Entry<String, String> text : Json.texts(panel.json())) {
            Matcher reference = IN_LINK.matcher(text.getValue());
            while (reference.find()) {
                require(reference.group(1) == null ? reference.group(2) : reference.group(1), "link");
            }
        }
    }

    private void require(String field, String where) {
        if (!fields.contains(field)) {
            problems.add(where + " names the field '" + field + "', but there are " + fields);
        }
    }

    private void requireMatch(String expression, String where) {
        Pattern pattern = Pattern.compile(expression.replaceAll("^/|/[a-z]*$", ""));
        if (fields.stream().noneMatch(field -> pattern.matcher(field).find())) {
            problems.add(where + " matches no field with '" + expression + "'");
        }
    }
}
