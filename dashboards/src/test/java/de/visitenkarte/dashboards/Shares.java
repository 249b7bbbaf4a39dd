package de.visitenkarte.dashboards;

import java.util.ArrayList;
import java.util.List;

/** Finds a share that stands alone: beside it belong the number of answers and the interval, or it says more than is known. */
final class Shares {

    private static final String SHARE = "Anteil positiv";

    private Shares() {}

    /** Returns what is missing; a suffix such as „, Pilotbehörden“ tells shares of several groups apart. */
    static List<String> problems(Panel panel, List<String> fields) {
        List<String> problems = new ArrayList<>();
        for (String field : fields) {
            if (field.startsWith(SHARE)) {
                String suffix = field.substring(SHARE.length());
                if (!fields.contains("Antworten" + suffix)) {
                    problems.add("'" + field + "' stands without the number of answers");
                }
                boolean ends = fields.contains("Bereich von" + suffix) && fields.contains("Bereich bis" + suffix);
                if (!ends && !fields.contains("Unsicherheitsbereich" + suffix)) {
                    problems.add("'" + field + "' stands without its interval");
                }
                if (!panel.property(field, "unit").equals("percentunit")) {
                    problems.add("'" + field + "' needs the unit percentunit");
                }
            }
        }
        return problems;
    }
}
