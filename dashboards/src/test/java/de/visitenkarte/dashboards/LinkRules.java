package de.visitenkarte.dashboards;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules about links and about variables in texts: what they name has to exist. */
final class LinkRules {

    private static final Pattern BOARD = Pattern.compile("^/d/([^/?]+)");
    private static final Pattern SET = Pattern.compile("[?&]var-([A-Za-z]+)=");
    private static final Pattern SAID = Pattern.compile("\\$\\{([A-Za-z]+)(?::[a-z]+)?}");

    private LinkRules() {}

    static void check(Dashboard dashboard, List<Dashboard> all, Consumer<String> findings) {
        for (Map.Entry<String, String> text : Json.texts(dashboard.json())) {
            if (text.getKey().endsWith("/url")) {
                checkLink(text.getValue(), all, finding -> findings.accept(text.getKey() + " " + finding));
            }
            SAID.matcher(text.getValue())
                    .results()
                    .map(match -> match.group(1))
                    .filter(name -> !hasVariable(dashboard, name))
                    .forEach(name -> findings.accept(text.getKey() + " names the unknown variable " + name));
        }
    }

    private static void checkLink(String url, List<Dashboard> all, Consumer<String> findings) {
        Matcher board = BOARD.matcher(url);
        Optional<Dashboard> target = board.find()
                ? all.stream().filter(each -> each.uid().equals(board.group(1))).findFirst()
                : Optional.empty();
        if (target.isEmpty()) {
            findings.accept("leads to no dashboard of ours: " + url);
            return;
        }
        SET.matcher(url)
                .results()
                .map(match -> match.group(1))
                .filter(name -> !hasVariable(target.get(), name))
                .forEach(name -> findings.accept("sets the variable " + name + ", which the target does not have"));
    }

    private static boolean hasVariable(Dashboard dashboard, String name) {
        return dashboard.variables().stream()
                .anyMatch(variable -> variable.name().equals(name));
    }
}
