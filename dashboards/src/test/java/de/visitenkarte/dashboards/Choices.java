package de.visitenkarte.dashboards;

import de.visitenkarte.dashboards.Result.Column;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that a viewer can choose in the variables of a dashboard. */
final class Choices {

    private Choices() {}

    /**
     * Returns every combination of the variables' values: each one alone and, where several may be chosen, all together.
     *
     * @throws IllegalStateException if a variable has no values, or not in the columns that Grafana wants
     * @throws SQLException if a variable's query fails
     */
    static List<Map<String, List<String>>> of(Dashboard dashboard, TimeRange range, Reader reader) throws SQLException {
        List<Map<String, List<String>>> choices = List.of(Map.of());
        for (Variable variable : dashboard.variables()) {
            List<Map<String, List<String>>> more = new ArrayList<>();
            for (Map<String, List<String>> soFar : choices) {
                Result result = reader.read(new Macros(range)
                        .expand(VariableText.fill(variable.query().sql(), soFar)));
                for (List<String> values : chosen(variable, result)) {
                    Map<String, List<String>> choice = new LinkedHashMap<>(soFar);
                    choice.put(variable.name(), values);
                    more.add(choice);
                }
            }
            choices = more;
        }
        return choices;
    }

    private static List<List<String>> chosen(Variable variable, Result result) {
        List<String> names = result.columns().stream().map(Column::name).toList();
        if (!names.equals(List.of("__text", "__value"))) {
            throw new IllegalStateException(variable.query().place() + " needs __text and __value, not " + names);
        }
        if (result.rows().isEmpty()) {
            throw new IllegalStateException(variable.query().place() + " has no values");
        }
        List<String> values =
                result.values(1).stream().map(value -> String.valueOf(value)).toList();
        List<List<String>> chosen = new ArrayList<>();
        values.forEach(value -> chosen.add(List.of(value)));
        if (variable.multi()) {
            chosen.add(values);
        }
        return chosen;
    }
}
