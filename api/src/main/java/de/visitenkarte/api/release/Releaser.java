package de.visitenkarte.api.release;

import de.visitenkarte.api.release.ReleaseGate.Candidate;
import de.visitenkarte.api.release.ReleaseGate.Decision;
import de.visitenkarte.api.release.ReleaseGate.Visible;
import de.visitenkarte.events.LeadBins;
import de.visitenkarte.events.WaitBins;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** Releases figures whose cells changed: everything that changed, in one transaction, or nothing. */
public final class Releaser {

    /** Their cells are held at once: a busy office has a few hundred a day. */
    private static final int DAYS_AT_ONCE = 100;

    private static final ChangedDay BEFORE_ALL = new ChangedDay("", LocalDate.EPOCH, 0, "", "none", "UTC");

    private final Jdbi jdbi;
    private final ReleasePolicy policy;
    private final Clock clock;
    private final Timer runs;
    private final Counter releases;

    public Releaser(Jdbi jdbi, ReleasePolicy policy, Clock clock, MeterRegistry meters) {
        this.jdbi = jdbi;
        this.policy = policy;
        this.clock = clock;
        this.runs = Timer.builder("release.run")
                .description("Time of one release run that found changes")
                .register(meters);
        this.releases = Counter.builder("release.figures")
                .description("Figures released or suppressed")
                .baseUnit("figures")
                .register(meters);
    }

    /** Releases what changed since the last run; returns whether there was anything. */
    public boolean run() {
        long startedAt = System.nanoTime();
        boolean changed = jdbi.inTransaction(handle -> {
            ReleaseDao dao = handle.attach(ReleaseDao.class);
            return dao.tryLock() && !handle.attach(RebuildGuardDao.class).isRebuilding() && release(dao);
        });
        if (changed) {
            runs.record(System.nanoTime() - startedAt, TimeUnit.NANOSECONDS);
        }
        return changed;
    }

    private boolean release(ReleaseDao dao) {
        RollUp rollUp = new RollUp(dao);
        boolean rebuilding = dao.hasNoTotals();
        List<ChangedDay> done = new ArrayList<>();
        Map<FigureKey, long[]> sums = new HashMap<>();
        for (List<ChangedDay> days = next(dao, BEFORE_ALL);
                !days.isEmpty();
                days = next(dao, days.get(days.size() - 1))) {
            sums.putAll(rollUp.apply(days));
            done.addAll(days);
        }
        if (rebuilding) {
            // After a change of groups some figures may have lost all they were about; the gate decides on them too.
            dao.listAbandoned()
                    .forEach(figure -> sums.put(
                            figure.key(),
                            new long[figure.measure() == FigureKey.Kind.LEAD ? LeadBins.COUNT : WaitBins.COUNT]));
        }
        write(dao, sums);
        dao.deleteChangedDays(done);
        return !done.isEmpty();
    }

    private static List<ChangedDay> next(ReleaseDao dao, ChangedDay last) {
        return dao.listChangedDays(last.officeId(), last.day(), DAYS_AT_ONCE);
    }

    private void write(ReleaseDao dao, Map<FigureKey, long[]> sums) {
        List<Candidate> candidates = sums.entrySet().stream()
                .map(entry -> new Candidate(
                        entry.getKey(), Arrays.stream(entry.getValue()).sum()))
                .toList();
        Map<FigureKey, Decision> decisions = ReleaseGate.decide(candidates, soFar(dao, sums), policy);
        Instant now = clock.instant();
        List<ReleasedFigure.OfRatings> ratings = new ArrayList<>();
        List<ReleasedFigure.OfWaits> waits = new ArrayList<>();
        List<ReleasedFigure.OfLeads> leads = new ArrayList<>();
        decisions.forEach((key, decision) -> {
            long[] numbers = Objects.requireNonNull(sums.get(key), "every decision is about a candidate");
            switch (key.kind()) {
                case RATING -> ratings.add(ReleasedFigure.ofRatings(key, decision, numbers, now));
                case WAIT -> waits.add(ReleasedFigure.ofWaits(key, decision, numbers, now));
                case LEAD -> leads.add(ReleasedFigure.ofLeads(key, decision, numbers, now));
            }
        });
        insert(dao, ratings, waits, leads, now);
        releases.increment(decisions.size());
    }

    private static void insert(
            ReleaseDao dao,
            List<ReleasedFigure.OfRatings> ratings,
            List<ReleasedFigure.OfWaits> waits,
            List<ReleasedFigure.OfLeads> leads,
            Instant now) {
        if (!ratings.isEmpty()) {
            dao.supersedeRatings(ids(ratings.stream().map(ReleasedFigure.OfRatings::head)), now);
            dao.insertRatings(ratings);
        }
        if (!waits.isEmpty()) {
            dao.supersedeWaits(ids(waits.stream().map(ReleasedFigure.OfWaits::head)), now);
            dao.insertWaits(waits);
        }
        if (!leads.isEmpty()) {
            dao.supersedeLeads(ids(leads.stream().map(ReleasedFigure.OfLeads::head)), now);
            dao.insertLeads(leads);
        }
    }

    private static String[] ids(Stream<ReleasedFigure.Head> heads) {
        return heads.map(ReleasedFigure.Head::figureId).toArray(String[]::new);
    }

    private static Map<FigureKey, Visible> soFar(ReleaseDao dao, Map<FigureKey, long[]> sums) {
        Map<String, FigureKey> keys = sums.keySet().stream().collect(Collectors.toMap(FigureKey::id, key -> key));
        Map<FigureKey, Visible> soFar = new HashMap<>();
        for (ReleasedFigure.Seen seen : dao.listSeen(keys.keySet().toArray(String[]::new))) {
            FigureKey key = keys.get(seen.figureId());
            Long people = seen.people();
            soFar.put(key, new Visible(people != null, people == null ? 0 : people));
        }
        return soFar;
    }
}
