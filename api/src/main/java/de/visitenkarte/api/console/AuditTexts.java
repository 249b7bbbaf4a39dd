package de.visitenkarte.api.console;

import de.visitenkarte.api.audit.AuditAction;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The log in German. What has no German name yet stands there as it is in the database. */
final class AuditTexts {

    private static final Map<String, String> ACTIONS = Map.ofEntries(
            Map.entry("signed-in", "Angemeldet"),
            Map.entry("sign-in-refused", "Anmeldung abgewiesen"),
            Map.entry("signed-out", "Abgemeldet"),
            Map.entry("account-created", "Konto angelegt"),
            Map.entry("account-changed", "Konto geändert"),
            Map.entry("account-disabled", "Konto gesperrt"),
            Map.entry("account-enabled", "Konto entsperrt"),
            Map.entry("password-reset", "Einmalpasswort vergeben"),
            Map.entry("password-changed", "Passwort geändert"),
            Map.entry("policy-changed", "Freigaberegeln geändert"),
            Map.entry("measure-logged", "Maßnahme eingetragen"),
            Map.entry("measure-changed", "Maßnahme geändert"),
            Map.entry("measure-withdrawn", "Maßnahme zurückgezogen"),
            Map.entry("exported", "Zahlen exportiert"),
            Map.entry("tablet-paired", "Tablet gekoppelt"),
            Map.entry("tablet-renamed", "Tablet umbenannt"),
            Map.entry("tablet-revoked", "Tablet abgemeldet"),
            Map.entry("tablet-token-asked", "Schlüssel eines Tablets angefordert"),
            Map.entry("tablet-token-issued", "Schlüssel eines Tablets ausgegeben"),
            Map.entry("retention-run", "Aufbewahrung durchgeführt"),
            Map.entry("grafana-login-created", "Grafana-Zugang angelegt"),
            Map.entry("grafana-login-locked", "Grafana-Zugang gesperrt"),
            Map.entry("grafana-login-unlocked", "Grafana-Zugang entsperrt"),
            Map.entry("grafana-password-rotated", "Grafana-Passwort erneuert"));

    /** In the order in which they are told. */
    private enum Detail {
        NAME("name", "Name"),
        TITLE("title", "Titel"),
        FIELD("field", "Handlungsfeld"),
        STARTS_ON("startsOn", "Beginn"),
        ENDS_ON("endsOn", "Ende"),
        TEXT("text", "Beschreibung"),
        PERIODS("periods", "Zeiträume"),
        FROM("from", "von"),
        TO("to", "bis"),
        QUESTION("question", "Frage"),
        FORM("form", "Format"),
        AREA("area", "Bereich"),
        LOGIN("login", "Anmeldename"),
        ROLE("role", "Rolle"),
        BY("by", "mit"),
        REASON("reason", "Grund"),
        BLOCK_SIZE("blockSize", "Gruppe"),
        SHARE_MINIMUM("shareMinimum", "Anteile und Zeiten"),
        EXTREMES_MINIMUM("extremesMinimum", "Alle oder niemand"),
        COMPARISON_MINIMUM("comparisonMinimum", "Vergleich");

        private final String name;
        private final String german;

        Detail(String name, String german) {
            this.name = name;
            this.german = german;
        }
    }

    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("manager", "Behördenleitung"),
            Map.entry("ministry", "Ministerium"),
            Map.entry("operator", "Betrieb"),
            Map.entry("processes", "Interne Abläufe"),
            Map.entry("networking", "Vernetzung"),
            Map.entry("staff-development", "Personalentwicklung"),
            Map.entry("service-orientation", "Serviceorientierung"),
            Map.entry("intercultural-orientation", "Interkulturelle Öffnung"),
            Map.entry("changed", "geändert"),
            Map.entry("day", "Tage"),
            Map.entry("week", "Wochen"),
            Map.entry("month", "Monate"),
            Map.entry("quarter", "Quartale"),
            Map.entry("all", "alle"),
            Map.entry("overall", "Gesamteindruck"),
            Map.entry("excel", "Excel"),
            Map.entry("plain", "Statistikprogramme"),
            Map.entry("password", "Passwort"),
            Map.entry("provider", "Dienstkonto"),
            Map.entry("disabled", "Konto gesperrt"));

    private static final Pattern DAY = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b");

    private static final Map<String, String> THINGS = Map.of(
            "release-policy", "Freigaberegeln",
            "ratings", "Bewertungen",
            "waits", "Wartezeiten",
            "leads", "Vorlauf",
            "system", "System",
            "unknown", "unbekannt");

    private AuditTexts() {}

    static String action(String code) {
        return ACTIONS.getOrDefault(code, code);
    }

    /** Returns what is told of an entry, each with its name; without what is said elsewhere in its row. */
    static List<String> details(Map<String, String> details, String saidElsewhere) {
        return details.entrySet().stream()
                .filter(each -> !each.getValue().equals(saidElsewhere))
                .sorted(Comparator.comparingInt(each -> order(each.getKey())))
                .map(each -> detail(each.getKey(), each.getValue()))
                .toList();
    }

    private static int order(String name) {
        return find(name).map(Detail::ordinal).orElse(Detail.values().length);
    }

    private static String detail(String name, String value) {
        String german = Arrays.stream(value.split(" → ", -1))
                .map(each -> DAY.matcher(VALUES.getOrDefault(each, each)).replaceAll("$3.$2.$1"))
                .collect(Collectors.joining(" → "));
        return name.isEmpty() ? german : find(name).map(each -> each.german).orElse(name) + ": " + german;
    }

    private static Optional<Detail> find(String name) {
        return Arrays.stream(Detail.values())
                .filter(each -> each.name.equals(name))
                .findFirst();
    }

    /** Returns what something is called that is no person, tablet or measure. */
    static String thing(String name) {
        return THINGS.getOrDefault(name, name);
    }

    static List<Choice.Option> actions(@Nullable String chosen) {
        return Arrays.stream(AuditAction.values())
                .map(each -> Choice.Option.of(each.code(), action(each.code()), chosen))
                .sorted(Comparator.comparing(Choice.Option::text))
                .toList();
    }
}
