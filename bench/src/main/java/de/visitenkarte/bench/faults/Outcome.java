package de.visitenkarte.bench.faults;

import de.visitenkarte.bench.reconcile.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a campaign ended.
 *
 * @param faults how many of each kind
 * @param recovery how long it took until a fresh rating was visible, in milliseconds, by kind
 * @param hanging what was found out about transactions that nobody ended
 * @param remarks what the reader should know and is not wrong
 * @param violations what is wrong, beside the finding; empty if nothing
 */
record Outcome(
        Duration duration,
        Map<FaultKind, Integer> faults,
        Finding finding,
        long attempts,
        Map<FaultKind, List<Long>> recovery,
        List<String> hanging,
        List<String> remarks,
        List<String> violations) {

    /** Returns what is wrong, in one line. */
    String summary() {
        return "lost %d, doubled %d, changed %d, unexplained %d; %s"
                .formatted(finding.lost(), finding.doubled(), finding.changed(), finding.unexplained(), violations);
    }

    /** Returns whether every promise was kept. */
    boolean isClean() {
        return finding.isClean() && violations.isEmpty();
    }
}
