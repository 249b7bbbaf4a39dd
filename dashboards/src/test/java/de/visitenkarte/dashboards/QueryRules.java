package de.visitenkarte.dashboards;

import de.visitenkarte.dashboards.Macros.MacroException;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rules about the text of a query. */
final class QueryRules {

    private static final Pattern TABLE =
            Pattern.compile("(?i)\\b(?:from|join)\\s+([a-z_]+\\.[a-z_]+|[a-z_]+\\b(?!\\s*\\())");
    private static final Pattern NAMED = Pattern.compile("(?i)(?:\\bwith|,)\\s+([a-z_]+)\\s+as\\s*\\(");
    /** Such a FROM is no clause: {@code extract(year FROM day)}. */
    private static final Pattern EXTRACT = Pattern.compile("(?i)extract\\s*\\(\\s*[a-z]+\\s+from\\b");

    private static final Pattern UTC_DAYS = Pattern.compile("Group(?:Alias)?\\([^)]*'\\d+[dw]'");
    private static final Macros ANY_RANGE = new Macros(new TimeRange(Instant.EPOCH, Instant.EPOCH));

    private QueryRules() {}

    static void check(Query query, Consumer<String> findings) {
        Consumer<String> ofQuery = finding -> findings.accept(query.place() + " " + finding);
        String sql = query.sql();
        if (sql.isBlank()) {
            ofQuery.accept("has no SQL");
        }
        if (!Set.of("table", "time_series").contains(query.format())) {
            ofQuery.accept("has the format '" + query.format() + "'");
        }
        if (sql.contains("--") || sql.contains("/*")) {
            ofQuery.accept("has a comment, which Grafana cuts out differently from version to version");
        }
        if (sql.matches("(?s).*\\*\\s+FROM.*") || sql.matches("(?s).*\\.\\*.*")) {
            ofQuery.accept("does not list its columns");
        }
        if (UTC_DAYS.matcher(sql).find()) {
            ofQuery.accept("groups by days of UTC, not of Germany");
        }
        checkTables(sql, ofQuery);
        try {
            ANY_RANGE.expand(sql);
        } catch (MacroException e) {
            ofQuery.accept(e.getMessage());
        }
    }

    private static void checkTables(String sql, Consumer<String> findings) {
        Set<String> named = NAMED.matcher(sql).results().map(QueryRules::name).collect(Collectors.toSet());
        Matcher table = TABLE.matcher(EXTRACT.matcher(sql).replaceAll("extract("));
        table.results()
                .map(QueryRules::name)
                .filter(name -> !name.startsWith("dash.") && !name.equals("lateral") && !named.contains(name))
                .forEach(name -> findings.accept("reads from " + name + ", not from dash"));
    }

    private static String name(MatchResult match) {
        return match.group(1).toLowerCase(Locale.ROOT);
    }
}
