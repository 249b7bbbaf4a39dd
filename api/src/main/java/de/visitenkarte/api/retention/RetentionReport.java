package de.visitenkarte.api.retention;

import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What is deleted, as text for operators. */
public final class RetentionReport {

    private static final String ACTOR = "operator";

    private final RetentionJob job;
    private final PrintStream out;

    /** @param out where everything is printed */
    public RetentionReport(RetentionJob job, PrintStream out) {
        this.job = job;
        this.out = out;
    }

    /** Prints what would go now, and deletes nothing. */
    public void preview() {
        for (RetentionJob.Preview each : job.preview()) {
            out.printf(
                    "%-19s %-22s before %s  %d rows%s%n",
                    each.rule().name(),
                    each.rule().table(),
                    each.rule().before(),
                    each.due().rows(),
                    each.due().oldest() == null
                            ? ""
                            : ", the oldest of " + each.due().oldest());
        }
        out.println("Nothing was deleted.");
    }

    /** Carries all rules out and prints what went. */
    public void run() throws InterruptedException {
        List<RetentionJob.Outcome> outcomes = job.run(ACTOR)
                .orElseThrow(() -> new IllegalStateException("Another run is under way; look at the proofs later."));
        outcomes.forEach(each -> out.printf(
                "%-19s %-22s before %s  %d rows deleted%n",
                each.rule().name(), each.rule().table(), each.rule().before(), each.rows()));
    }

    /** Prints the newest proofs, one a line, newest last. */
    public static void proofs(Jdbi jdbi, int limit, PrintStream out) {
        List<RetentionDao.Proof> proofs =
                new ArrayList<>(jdbi.withExtension(RetentionDao.class, dao -> dao.listProofs(limit)));
        Collections.reverse(proofs);
        if (proofs.isEmpty()) {
            out.println("No rule has been carried out yet.");
        }
        proofs.forEach(proof -> out.printf(
                "%s  %-19s before %s  %d rows deleted, the oldest left of %s, %s%n",
                proof.runAt(),
                proof.rule(),
                proof.before(),
                proof.rowsDeleted(),
                orDash(proof.oldestLeft()),
                proof.finishedAt() == null ? "broken off" : "finished " + proof.finishedAt()));
    }

    private static String orDash(@Nullable Instant time) {
        return time == null ? "-" : time.toString();
    }
}
