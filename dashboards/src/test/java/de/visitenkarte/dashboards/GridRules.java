package de.visitenkarte.dashboards;

import de.visitenkarte.dashboards.Panel.Place;
import java.util.List;
import java.util.function.Consumer;

/** Rules about where panels stand. */
final class GridRules {

    private GridRules() {}

    static void check(Dashboard dashboard, Consumer<String> findings) {
        List<Panel> panels = dashboard.panels();
        for (int i = 0; i < panels.size(); i++) {
            Panel panel = panels.get(i);
            if (panel.place().filter(Place::fits).isEmpty()) {
                findings.accept(panel.name() + " does not stand on the grid");
            }
            for (Panel other : panels.subList(0, i)) {
                if (overlap(panel, other)) {
                    findings.accept(panel.name() + " overlaps " + other.name());
                }
            }
        }
    }

    private static boolean overlap(Panel panel, Panel other) {
        return panel.place()
                .flatMap(place -> other.place().map(place::overlaps))
                .orElse(false);
    }
}
