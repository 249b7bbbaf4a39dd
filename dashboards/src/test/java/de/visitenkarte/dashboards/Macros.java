package de.visitenkarte.dashboards;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Expands the macros of Grafana's PostgreSQL source as it does itself.
 *
 * <p>What cannot be right is refused, also where Grafana would go on with broken SQL.
 *
 * @see <a href="https://github.com/grafana/grafana/blob/main/pkg/tsdb/grafana-postgresql-datasource/macros.go">macros.go</a>
 */
final class Macros {

    private static final Pattern MACRO = Pattern.compile("\\$([_a-zA-Z0-9]+)\\(([^)]*)\\)");
    private static final Pattern INTERVAL = Pattern.compile("'?(\\d+)(ms|s|m|h|d|w)'?");
    private static final Map<String, String> SECONDS =
            Map.of("ms", "0.001", "s", "1", "m", "60", "h", "3600", "d", "86400", "w", "604800");
    /** Go's RFC3339Nano: a fraction only if there is one, without trailing zeros. */
    private static final DateTimeFormatter RFC3339_NANO = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendLiteral('Z')
            .toFormatter()
            .withZone(ZoneOffset.UTC);

    private final TimeRange range;

    Macros(TimeRange range) {
        this.range = range;
    }

    /**
     * Returns the SQL that Grafana would send.
     *
     * @throws MacroException if a macro is unknown, lacks an argument, has an argument with parentheses, or was not called
     */
    String expand(String sql) {
        String prepared = sql.replace(
                        "$__unixEpochFrom()", Long.toString(range.from().getEpochSecond()))
                .replace("$__unixEpochTo()", Long.toString(range.to().getEpochSecond()));
        String expanded = MACRO.matcher(prepared)
                .replaceAll(call -> Matcher.quoteReplacement(
                        evaluate(name(call.group(1), call.group(), prepared), arguments(call.group(2)))));
        if (expanded.contains("$__")) {
            throw new MacroException("a macro is not expanded: " + expanded.substring(expanded.indexOf("$__")));
        }
        return expanded;
    }

    /** In the select list, directly before a comma, the old name of the macro still means the one with a column name. */
    private static String name(String name, String call, String sql) {
        int end = sql.indexOf(call) + call.length();
        boolean comma = end < sql.length() && sql.charAt(end) == ',';
        return name.equals("__timeGroup") && comma ? "__timeGroupAlias" : name;
    }

    private static List<String> arguments(String text) {
        if (text.contains("(")) {
            throw new MacroException("an argument of a macro must not contain parentheses: " + text);
        }
        return text.isBlank()
                ? List.of()
                : Stream.of(text.split(",", -1)).map(String::strip).toList();
    }

    private String evaluate(String name, List<String> arguments) {
        return switch (name) {
            case "__time" -> first(name, arguments) + " AS \"time\"";
            case "__timeEpoch" -> "extract(epoch from " + first(name, arguments) + ") as \"time\"";
            case "__timeFilter" ->
                first(name, arguments) + " BETWEEN " + quote(range.from()) + " AND " + quote(range.to());
            case "__timeFrom" -> quote(range.from());
            case "__timeTo" -> quote(range.to());
            case "__timeGroup" -> group("extract(epoch from %s)", name, arguments);
            case "__timeGroupAlias" -> group("extract(epoch from %s)", name, arguments) + " AS \"time\"";
            case "__unixEpochFilter" ->
                first(name, arguments) + " >= "
                        + range.from().getEpochSecond() + " AND " + first(name, arguments) + " <= "
                        + range.to().getEpochSecond();
            case "__unixEpochGroup" -> group("(%s)", name, arguments);
            case "__unixEpochGroupAlias" -> group("(%s)", name, arguments) + " AS \"time\"";
            default -> throw new MacroException("unknown macro " + name);
        };
    }

    private static String first(String name, List<String> arguments) {
        if (arguments.isEmpty()) {
            throw new MacroException("missing time column argument for macro " + name);
        }
        return arguments.get(0);
    }

    private static String group(String epoch, String name, List<String> arguments) {
        if (arguments.size() < 2) {
            throw new MacroException("macro " + name + " needs time column and interval");
        }
        Matcher interval = INTERVAL.matcher(arguments.get(1));
        if (!interval.matches()) {
            throw new MacroException("error parsing interval " + arguments.get(1));
        }
        BigDecimal unit = new BigDecimal(SECONDS.getOrDefault(interval.group(2), "1"));
        String seconds = unit.multiply(new BigDecimal(interval.group(1)))
                .stripTrailingZeros()
                .toPlainString();
        return "floor(" + epoch.formatted(arguments.get(0)) + "/" + seconds + ")*" + seconds;
    }

    private static String quote(Instant instant) {
        return "'" + RFC3339_NANO.format(instant) + "'";
    }

    /** A macro that Grafana could not expand, or not as meant. */
    static final class MacroException extends RuntimeException {

        MacroException(String message) {
            super(message);
        }
    }
}
