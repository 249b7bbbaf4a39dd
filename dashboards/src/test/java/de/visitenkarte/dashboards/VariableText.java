package de.visitenkarte.dashboards;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts the chosen values of variables into SQL.
 *
 * <p>Only {@code ${name:sqlstring}} is allowed: it quotes, for one value as well as for many, and does not depend on the
 * variable's settings.
 */
final class VariableText {

    private static final Pattern BRACED = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern NAKED = Pattern.compile("\\$(?!__)[a-zA-Z]\\w*|\\[\\[");
    private static final String FORMAT = ":sqlstring";

    private VariableText() {}

    /**
     * Returns the SQL with the values in it.
     *
     * @throws IllegalArgumentException if a variable has no value or is written in another way
     */
    static String fill(String sql, Map<String, List<String>> values) {
        Matcher naked = NAKED.matcher(sql);
        if (naked.find()) {
            throw new IllegalArgumentException("write a variable as ${name:sqlstring}, not " + naked.group());
        }
        return BRACED.matcher(sql).replaceAll(match -> Matcher.quoteReplacement(quoted(match.group(1), values)));
    }

    private static String quoted(String reference, Map<String, List<String>> values) {
        if (!reference.endsWith(FORMAT)) {
            throw new IllegalArgumentException("write a variable as ${name:sqlstring}, not ${" + reference + "}");
        }
        String name = reference.substring(0, reference.length() - FORMAT.length());
        List<String> chosen = values.get(name);
        if (chosen == null) {
            throw new IllegalArgumentException("there is no variable " + name);
        }
        return chosen.stream()
                .map(value -> "'" + value.replace("'", "''") + "'")
                .collect(Collectors.joining(","));
    }
}
