package de.visitenkarte.api.release;

import de.visitenkarte.api.gate.ReleasePolicy;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Releases what may be released: everything in one transaction, or nothing. Not for use by several threads. */
public final class Releaser {

    /** Their cells are held at once: a busy office has a few hundred a day. */
    private static final int DAYS_AT_ONCE = 100;

    private static final int OFFICES_AT_ONCE = 50;

    /** What is left is released by the next run: what one run writes is held at once. */
    private static final int MOST_DAYS = 5000;

    /** A quarter and some weeks. What is older waits for late ones of its own quarter, and not for time to pass. */
    private static final Duration PATIENCE = Duration.ofDays(130);

    private static final LocalDate BEFORE_ALL = LocalDate.EPOCH;

    private final Jdbi jdbi;
    private final Clock clock;
    private final Timer runs;
    private final Counter releases;

    /** Follows the policy that is in force when it runs. */
    public Releaser(Jdbi jdbi, Clock clock, MeterRegistry meters) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.runs = Timer.builder("release.run")
                .description("Time of one release run that found changes")
                .register(meters);
        this.releases = Counter.builder("release.figures")
                .description("Figures released or suppressed")
                .baseUnit("figures")
                .register(meters);
    }

    /** Releases what changed since the last run, and what waited for the end of an hour; returns whether anything changed. */
    public boolean run() {
        long startedAt = System.nanoTime();
        boolean changed =
                jdbi.inTransaction(handle -> handle.attach(ReleaseDao.class).tryLock()
                        && !handle.attach(RebuildGuardDao.class).isRebuilding()
                        && release(handle));
        if (changed) {
            runs.record(System.nanoTime() - startedAt, TimeUnit.NANOSECONDS);
        }
        return changed;
    }

    private boolean release(Handle handle) {
        ReleaseDao dao = handle.attach(ReleaseDao.class);
        LeafDao leaves = handle.attach(LeafDao.class);
        Instant now = clock.instant();
        ReleasePolicy policy = PolicyStore.current(handle);
        Grids grids = new Grids();
        LeafStore store = new LeafStore(leaves, grids, policy, now);
        FigureSums sums = new FigureSums(dao, leaves, grids);
        List<ChangedDay> done = releaseChanged(dao, store, sums);
        sweep(leaves, store, sums, now.truncatedTo(ChronoUnit.HOURS));
        int figures = sums.write(policy, now);
        dao.deleteChangedDays(done);
        releases.increment(figures);
        return !done.isEmpty() || figures > 0;
    }

    private static List<ChangedDay> releaseChanged(ReleaseDao dao, LeafStore store, FigureSums sums) {
        List<ChangedDay> done = new ArrayList<>();
        List<ChangedDay> days = dao.listChangedDays("", BEFORE_ALL, DAYS_AT_ONCE);
        while (!days.isEmpty() && done.size() < MOST_DAYS) {
            sums.expect(store.count(days));
            sums.add(store.releaseDays(days));
            done.addAll(days);
            ChangedDay last = days.get(days.size() - 1);
            days = dao.listChangedDays(last.officeId(), last.day(), DAYS_AT_ONCE);
        }
        return done;
    }

    /** What waits in a day may join what waits in other hours when its hour is over, and so on. */
    private static void sweep(LeafDao leaves, LeafStore store, FigureSums sums, Instant hour) {
        Instant sweptUntil = leaves.findSweptUntil().orElse(hour.minus(PATIENCE));
        if (!hour.isAfter(sweptUntil)) {
            return;
        }
        LocalDate since = hour.minus(PATIENCE).atZone(ZoneOffset.UTC).toLocalDate();
        List<Office> offices = leaves.listOfficesWaiting(since);
        for (int from = 0; from < offices.size(); from += OFFICES_AT_ONCE) {
            List<Office> some = offices.subList(from, Math.min(offices.size(), from + OFFICES_AT_ONCE));
            sums.add(store.releaseOver(some, sweptUntil));
        }
        leaves.saveSweptUntil(hour);
    }
}
