package de.visitenkarte.bench.faults;

import de.visitenkarte.bench.reconcile.Finding;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The outcome of a campaign in Markdown. */
record Report(Plan plan, Outcome outcome, String command, String commit, LocalDate date) {

    static Report of(Plan plan, Outcome outcome, String command, String commit) {
        return new Report(plan, outcome, command, commit, LocalDate.now(ZoneOffset.UTC));
    }

    String markdown() {
        List<String> lines = new ArrayList<>();
        head(lines);
        findings(lines);
        recovery(lines);
        list(lines, "Transactions that nobody ended", outcome.hanging());
        list(lines, "Violations", outcome.violations());
        list(lines, "Examples", outcome.finding().examples());
        return String.join("\n", lines) + "\n";
    }

    private void head(List<String> lines) {
        lines.add("## Fault campaign of " + date);
        lines.add("");
        lines.add("Commit %s, seed %d, `%s`.".formatted(commit, plan.seed(), command));
        lines.add(
                "%d broker(s), %d api, %d streams, one PostgreSQL, each a process of its own; %d items/s; %d min %d s;"
                        .formatted(
                                plan.layout().brokers(),
                                plan.layout().apis(),
                                plan.streams(),
                                plan.rate(),
                                outcome.duration().toMinutes(),
                                outcome.duration().toSecondsPart()));
        lines.add("%d processors, %s %s, Java %s. %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        System.getProperty("java.version"),
                        outcome.isClean() ? "**Every promise was kept.**" : "**There are violations.**"));
        lines.add("");
        outcome.remarks().forEach(remark -> lines.add("* " + remark));
        lines.add("");
    }

    private void findings(List<String> lines) {
        Finding finding = outcome.finding();
        lines.add(
                "| sent | attempts | acknowledged | repeated in the topic | dead letters | lost | doubled | changed | unexplained |");
        lines.add("|---|---|---|---|---|---|---|---|---|");
        lines.add("| %d | %d | %d | %d | %d | %d | %d | %d | %d |"
                .formatted(
                        finding.sent(),
                        outcome.attempts(),
                        finding.acknowledged(),
                        finding.repetitions(),
                        finding.deadLetters(),
                        finding.lost(),
                        finding.doubled(),
                        finding.changed(),
                        finding.unexplained()));
        lines.add("");
    }

    private void recovery(List<String> lines) {
        lines.add(
                "| fault | times | undisturbed by the next | then a fresh rating was visible after, median | longest |");
        lines.add("|---|---|---|---|---|");
        for (Map.Entry<FaultKind, Integer> fault : outcome.faults().entrySet()) {
            List<Long> times = new ArrayList<>(outcome.recovery().getOrDefault(fault.getKey(), List.of()));
            Collections.sort(times);
            lines.add("| %s | %d | %d | %s | %s |"
                    .formatted(
                            fault.getKey().text(),
                            fault.getValue(),
                            times.size(),
                            times.isEmpty() ? "–" : seconds(times.get((times.size() - 1) / 2)),
                            times.isEmpty() ? "–" : seconds(times.get(times.size() - 1))));
        }
        lines.add("");
    }

    private static void list(List<String> lines, String title, List<String> items) {
        if (!items.isEmpty()) {
            lines.add("### " + title);
            lines.add("");
            items.forEach(item -> lines.add("* " + item));
            lines.add("");
        }
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
}
