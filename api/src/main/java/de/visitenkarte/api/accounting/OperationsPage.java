package de.visitenkarte.api.accounting;

import com.codahale.metrics.health.HealthCheck;
import com.google.common.hash.Hashing;
import com.google.common.html.HtmlEscapers;
import de.visitenkarte.api.accounting.Accounting.Statement;
import de.visitenkarte.api.accounting.AccountingDao.Gap;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The operators' page as HTML, in German. */
final class OperationsPage {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd.MM.yyyy, HH:mm:ss", Locale.GERMANY).withZone(ZoneId.of("Europe/Berlin"));
    private static final Map<String, String> KINDS = Map.of("rating", "Bewertungen", "visit", "Besuche");

    private static final String STYLE = """
            :root { color-scheme: light dark; }
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 75rem; margin: 2rem auto; padding: 0 1rem; }
            h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
            .scroll { overflow-x: auto; }
            table { border-collapse: collapse; min-width: 40rem; width: 100%; }
            th, td { padding: .35rem .75rem; text-align: right; border-bottom: 1px solid #8886; }
            th:nth-child(-n+2), td.text { text-align: left; }
            .good::before { content: "✓ "; } .bad::before { content: "✗ "; }
            .bad { font-weight: bold; }
            """;

    /** Allows the style of this page, recognised by its hash, and nothing else. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'sha256-"
            + Base64.getEncoder()
                    .encodeToString(Hashing.sha256()
                            .hashString(STYLE, StandardCharsets.UTF_8)
                            .asBytes())
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String HEAD = """
            <!doctype html>
            <html lang="de">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="refresh" content="10">
            <title>Betrieb – Visitenkarte</title>
            <style>%s</style>
            </head>
            <body>
            <main>
            <h1>Betrieb</h1>
            """.formatted(STYLE);

    private OperationsPage() {}

    static String render(Statement statement, Map<String, HealthCheck.Result> health) {
        return HEAD + simulated(statement) + verdict(statement) + health(health) + books(statement.authorities())
                + gaps(statement.gaps()) + "</main>\n</body>\n</html>\n";
    }

    private static String simulated(Statement statement) {
        return statement.simulated()
                ? "<p><strong>Simulierte Daten</strong> – erfundene Behörden, keine echten Bewertungen</p>\n"
                : "";
    }

    private static String verdict(Statement statement) {
        if (statement.at().equals(Instant.EPOCH)) {
            return "<p>Die erste Prüfung läuft noch.</p>\n";
        }
        long off = statement.off();
        String sentence = off == 0
                ? "<p class=\"good\">Alles Angenommene ist gezählt oder liegt in der Quarantäne.</p>"
                : "<p class=\"bad\">Die Bücher gehen nicht auf: Abweichung " + number(off)
                        + ". Bitte den Hersteller verständigen; nichts löschen.</p>";
        return sentence
                + "\n<p>Stand: %s Uhr. Noch nicht verbucht: %s. In Quarantäne: %s.</p>\n"
                        .formatted(
                                TIME.format(statement.at()),
                                number(statement.unread()),
                                number(statement.quarantined()));
    }

    private static String health(Map<String, HealthCheck.Result> health) {
        return "<h2>Dienste</h2>\n<ul>\n"
                + health.entrySet().stream()
                        .map(entry -> "<li class=\"%s\">%s%s</li>\n"
                                .formatted(
                                        entry.getValue().isHealthy() ? "good" : "bad",
                                        escape(entry.getKey()),
                                        entry.getValue().isHealthy()
                                                ? ""
                                                : ": "
                                                        + escape(String.valueOf(
                                                                entry.getValue().getMessage()))))
                        .collect(Collectors.joining())
                + "</ul>\n";
    }

    private static String books(List<AuthorityBooks> authorities) {
        if (authorities.isEmpty()) {
            return "<h2>Bücher</h2>\n<p>Noch ist nichts angekommen.</p>\n";
        }
        return table(
                "Bücher",
                List.of(
                        "Behörde",
                        "Art",
                        "angenommen",
                        "gezählt",
                        "Quarantäne",
                        "wiederholt",
                        "noch unterwegs",
                        "Abweichung"),
                authorities.stream()
                        .map(books -> Stream.of(
                                text(books.authorityId()),
                                text(KINDS.getOrDefault(books.kind(), books.kind())),
                                cell(books.accepted()),
                                cell(books.counted()),
                                cell(books.quarantined()),
                                cell(books.duplicates()),
                                cell(books.missing()),
                                "<td class=\"%s\">%s</td>"
                                        .formatted(books.off() == 0 ? "good" : "bad", number(books.off())))));
    }

    private static String gaps(List<Gap> gaps) {
        if (gaps.isEmpty()) {
            return "<h2>Lücken</h2>\n<p>Kein Gerät hält etwas zurück.</p>\n";
        }
        return table(
                        "Lücken",
                        List.of(
                                "Gerät oder Aufrufsystem",
                                "Standort",
                                "fehlende Nummern",
                                "höchste Nummer",
                                "zuletzt gehört"),
                        gaps.stream()
                                .map(gap -> Stream.of(
                                        text(gap.sourceId()),
                                        text(gap.officeId()),
                                        cell(gap.missing()),
                                        cell(gap.highestSequenceNumber()),
                                        text(TIME.format(gap.changedAt())))))
                + "<p>Diese Nummern hat die Quelle vergeben und noch nicht geliefert: meist ein Tablet ohne Netz.</p>\n";
    }

    private static String table(String title, List<String> columns, Stream<Stream<String>> rows) {
        return "<h2>%s</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"%s\">\n<table>\n<thead><tr>%s</tr></thead>\n<tbody>\n%s</tbody>\n</table>\n</div>\n"
                .formatted(
                        title,
                        title,
                        columns.stream()
                                .map(column -> "<th scope=\"col\">" + column + "</th>")
                                .collect(Collectors.joining()),
                        rows.map(row -> "<tr>" + row.collect(Collectors.joining()) + "</tr>\n")
                                .collect(Collectors.joining()));
    }

    private static String text(String text) {
        return "<td class=\"text\">" + escape(text) + "</td>";
    }

    private static String cell(long number) {
        return "<td>" + number(number) + "</td>";
    }

    private static String number(long number) {
        return NumberFormat.getIntegerInstance(Locale.GERMANY).format(number);
    }

    private static String escape(String text) {
        return HtmlEscapers.htmlEscaper().escape(text);
    }
}
