package de.visitenkarte.dashboards;

import java.util.ArrayList;
import java.util.List;

/** What can be said about a dashboard without a database. */
final class Lint {

    private Lint() {}

    /**
     * Returns what is wrong with a dashboard.
     *
     * @param all the dashboards that links may lead to
     */
    static List<String> findings(Dashboard dashboard, List<Dashboard> all) {
        List<String> findings = new ArrayList<>();
        BoardRules.check(dashboard, findings::add);
        GridRules.check(dashboard, findings::add);
        dashboard.panels().forEach(panel -> PanelRules.check(panel, findings::add));
        dashboard.panels().forEach(panel -> panel.queries().forEach(query -> QueryRules.check(query, findings::add)));
        dashboard.annotations().forEach(query -> QueryRules.check(query, findings::add));
        dashboard.variables().forEach(variable -> VariableRules.check(variable, findings::add));
        LinkRules.check(dashboard, all, findings::add);
        return findings.stream()
                .map(finding -> dashboard.file() + ": " + finding)
                .toList();
    }
}
