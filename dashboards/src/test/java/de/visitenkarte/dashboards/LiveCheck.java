package de.visitenkarte.dashboards;

import de.visitenkarte.dashboards.Macros.MacroException;
import de.visitenkarte.dashboards.Result.Column;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks a dashboard's queries of a real database, for everything that a viewer can choose. */
final class LiveCheck {

    private final Dashboard dashboard;
    private final TimeRange range;
    private final Reader reader;
    private final Set<String> findings = new LinkedHashSet<>();

    private LiveCheck(Dashboard dashboard, TimeRange range, Reader reader) {
        this.dashboard = dashboard;
        this.range = range;
        this.reader = reader;
    }

    /** Returns what is wrong, each thing once, with the first choice that shows it. */
    static List<String> findings(Dashboard dashboard, TimeRange range, Reader reader) {
        LiveCheck check = new LiveCheck(dashboard, range, reader);
        try {
            check.run(Choices.of(dashboard, range, reader));
        } catch (SQLException | IllegalStateException | IllegalArgumentException | MacroException e) {
            check.findings.add("the variables cannot be filled: " + e.getMessage());
        }
        return check.findings.stream()
                .map(finding -> dashboard.file() + ": " + finding)
                .toList();
    }

    private void run(List<Map<String, List<String>>> choices) {
        for (Panel panel : dashboard.panels()) {
            if (panel.showsData()) {
                checkPanel(panel, choices);
            }
        }
        dashboard.annotations().forEach(annotation -> checkAnnotation(annotation, choices));
    }

    private void checkPanel(Panel panel, List<Map<String, List<String>>> choices) {
        List<String> fields = new ArrayList<>();
        boolean complete = true;
        for (Query query : panel.queries()) {
            Optional<Result> sample = checkEmptiness(query, ask(query, choices));
            complete &= sample.isPresent();
            sample.ifPresent(
                    result -> fields.addAll(Frame.of(result, query.isSeries()).fields()));
        }
        if (complete) {
            report(panel.name(), NamedFields.problems(panel, fields));
            report(panel.name(), Shares.problems(panel, fields));
        }
    }

    private void checkAnnotation(Query query, List<Map<String, List<String>>> choices) {
        List<Result> results = ask(query, choices);
        List<String> columns = results.stream()
                .flatMap(result -> result.columns().stream())
                .map(Column::name)
                .toList();
        if (!results.isEmpty() && !columns.containsAll(List.of("time", "text"))) {
            findings.add(query.place() + " needs the columns time and text");
        }
        // That many of them never happened is in the nature of events.
        if (results.stream().allMatch(result -> result.rows().isEmpty())) {
            findings.add(query.place() + " returns nothing for any choice");
        }
    }

    /** Returns the results for all choices; none if one of them failed. */
    private List<Result> ask(Query query, List<Map<String, List<String>>> choices) {
        List<Result> results = new ArrayList<>();
        for (Map<String, List<String>> choice : choices) {
            try {
                Result result = reader.read(new Macros(range).expand(VariableText.fill(query.sql(), choice)));
                report(query.place(), Frame.of(result, query.isSeries()).problems());
                results.add(result);
            } catch (SQLException | IllegalArgumentException | MacroException e) {
                findings.add(query.place() + " fails for " + choice + ": " + e.getMessage());
                return List.of();
            }
        }
        return results;
    }

    /** Returns one of the results; none if there are none. */
    private Optional<Result> checkEmptiness(Query query, List<Result> results) {
        Set<String> filled = new LinkedHashSet<>();
        results.forEach(result -> filled.addAll(result.filled()));
        if (results.stream().anyMatch(result -> result.rows().isEmpty())) {
            findings.add(query.place() + " returns no rows for some choice");
        }
        for (Column column :
                results.isEmpty() ? List.<Column>of() : results.get(0).columns()) {
            if (!filled.contains(column.name())) {
                findings.add(query.place() + " has no value in '" + column.name() + "' for any choice");
            }
        }
        return results.stream().findFirst();
    }

    private void report(String place, List<String> problems) {
        problems.forEach(problem -> findings.add(place + ": " + problem));
    }
}
