package de.visitenkarte.api.retention;

import de.visitenkarte.api.audit.AuditAction;
import de.visitenkarte.api.audit.AuditEvent;
import de.visitenkarte.api.audit.AuditLog;
import de.visitenkarte.api.release.ReleaseDao;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Carries out the rules, in many short transactions: whoever breaks it off loses nothing, and the next run goes on. One
 * instance at a time.
 */
public final class RetentionJob {

    /** Some ten milliseconds of work. */
    private static final int ROWS_AT_ONCE = 5000;

    private final Jdbi jdbi;
    private final RetentionSettings settings;
    private final AuditLog audit;
    private final Clock clock;

    public RetentionJob(Jdbi jdbi, RetentionSettings settings, AuditLog audit, Clock clock) {
        this.jdbi = jdbi;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** What was done for one rule. */
    record Outcome(RetentionRule rule, long rows) {}

    /** What would be done for one rule. */
    record Preview(RetentionRule rule, RetentionDao.Due due) {}

    /**
     * Carries out all rules.
     *
     * @param actor for the audit log
     * @return empty if another instance is at it
     * @throws InterruptedException if it is to end; what was deleted until then is deleted
     */
    Optional<List<Outcome>> run(String actor) throws InterruptedException {
        return carryOut(actor, RetentionRules.at(clock.instant(), settings));
    }

    /** Carries out the rules that were not since a moment. */
    Optional<List<Outcome>> runDue(String actor, Instant since) throws InterruptedException {
        List<RetentionRule> due = dueSince(since);
        return due.isEmpty() ? Optional.of(List.of()) : carryOut(actor, due);
    }

    /** Lists the rules that have not been carried out to their end since a moment. */
    List<RetentionRule> dueSince(Instant since) {
        var finished = jdbi.withExtension(RetentionDao.class, dao -> dao.listFinished(since));
        return RetentionRules.at(clock.instant(), settings).stream()
                .filter(rule -> !finished.contains(rule.name()))
                .toList();
    }

    /** Counts what would go now, and deletes nothing. */
    List<Preview> preview() {
        return RetentionRules.at(clock.instant(), settings).stream()
                .map(rule -> new Preview(
                        rule,
                        jdbi.withExtension(
                                RetentionDao.class, dao -> dao.countDue(rule.table(), rule.age(), rule.before()))))
                .toList();
    }

    private Optional<List<Outcome>> carryOut(String actor, List<RetentionRule> rules) throws InterruptedException {
        // A connection of its own, since the work is done in transactions of their own.
        try (Handle turn = jdbi.open()) {
            turn.begin();
            try {
                if (!turn.attach(RetentionDao.class).tryLock()) {
                    return Optional.empty();
                }
                Instant now = clock.instant();
                moveHorizon(now);
                List<Outcome> outcomes = new ArrayList<>();
                for (RetentionRule rule : rules) {
                    outcomes.add(carryOut(rule, now));
                }
                writeDown(actor, outcomes);
                return Optional.of(outcomes);
            } finally {
                turn.rollback();
            }
        }
    }

    /** First of all, and when neither a release nor a projection is under way: from now on nobody looks behind it. */
    private void moveHorizon(Instant now) {
        jdbi.useTransaction(handle -> {
            handle.attach(ReleaseDao.class).lock();
            handle.attach(RetentionDao.class).moveHorizon(settings.cellsFrom(now));
        });
    }

    private Outcome carryOut(RetentionRule rule, Instant runAt) throws InterruptedException {
        jdbi.useExtension(RetentionDao.class, dao -> dao.beginProof(rule.name(), runAt, rule.before()));
        long rows = 0;
        long deleted;
        do {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            deleted = deleteSome(rule, runAt);
            rows += deleted;
        } while (deleted == ROWS_AT_ONCE);
        jdbi.useTransaction(handle -> {
            RetentionDao dao = handle.attach(RetentionDao.class);
            dao.endProof(rule.name(), runAt, dao.findOldest(rule.table(), rule.age()), clock.instant());
        });
        return new Outcome(rule, rows);
    }

    private long deleteSome(RetentionRule rule, Instant runAt) {
        return jdbi.inTransaction(handle -> {
            RetentionDao dao = handle.attach(RetentionDao.class);
            long rows = dao.delete(rule.table(), rule.age(), rule.booking(), rule.before(), ROWS_AT_ONCE);
            dao.addToProof(rule.name(), runAt, rows);
            return rows;
        });
    }

    private void writeDown(String actor, List<Outcome> outcomes) {
        Map<String, String> details = new TreeMap<>();
        outcomes.stream()
                .filter(outcome -> outcome.rows() > 0)
                .forEach(outcome -> details.put(outcome.rule().name(), Long.toString(outcome.rows())));
        if (!details.isEmpty()) {
            audit.append(new AuditEvent(actor, AuditAction.RETENTION_RUN, null, "retention", details));
        }
    }
}
