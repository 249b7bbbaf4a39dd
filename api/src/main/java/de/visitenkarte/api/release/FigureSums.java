package de.visitenkarte.api.release;

import de.visitenkarte.api.gate.Period;
import de.visitenkarte.api.gate.ReleasePolicy;
import de.visitenkarte.api.gate.Sums;
import de.visitenkarte.api.gate.Visibility;
import de.visitenkarte.api.release.LeafDao.KnownBlock;
import de.visitenkarte.api.release.LeafStore.Counted;
import de.visitenkarte.api.release.LeafStore.Released;
import de.visitenkarte.api.release.ReleasedFigure.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sums of blocks that people see, and what changes about them in one run. Holds at once which, but not what they say. */
final class FigureSums {

    private static final int AT_ONCE = 5000;

    private final ReleaseDao dao;
    private final LeafDao leaves;
    private final Grids grids;
    private final boolean isRebuilding;
    private final Sums<FigureKey> changes = new Sums<>();
    private final Set<FigureKey> expected = new HashSet<>();
    private final Set<FigureKey> moved = new HashSet<>();

    FigureSums(ReleaseDao dao, LeafDao leaves, Grids grids) {
        this.dao = dao;
        this.leaves = leaves;
        this.grids = grids;
        this.isRebuilding = dao.hasNoTotals();
    }

    /** There is something to see of these leaves, be it only that it is too little. */
    void expect(List<Counted> counted) {
        for (Counted each : counted) {
            if (each.isNew() || isRebuilding) {
                figures(each.office(), each.leaf().series(), each.leaf().period())
                        .forEach(expected::add);
            }
        }
    }

    /** Adds blocks that were released just now. */
    void add(List<Released> released) {
        for (Released each : released) {
            figures(each.office(), each.series(), each.block().span()).forEach(figure -> {
                moved.add(figure);
                changes.add(figure, each.block().numbers());
            });
        }
        if (isRebuilding) {
            // They are in the database and will be read together with all others.
            changes.byKey().clear();
        } else {
            save();
        }
    }

    private void save() {
        each(changes.byKey().keySet(), some -> {
            Map<String, long[]> before = dao.mapTotals(ids(some));
            String[] totals = some.stream()
                    .map(key -> {
                        long[] change = Objects.requireNonNull(changes.byKey().get(key));
                        long[] known = before.get(key.id());
                        return Sums.array(known == null ? change : Sums.plus(known, change));
                    })
                    .toArray(String[]::new);
            dao.upsertTotals(ids(some), totals);
        });
        changes.byKey().clear();
    }

    /** Returns all figures that a stretch of a series counts in. */
    private Stream<FigureKey> figures(Office office, Series series, Period span) {
        List<Period> periods = grids.of(office).containing(span);
        return office.scopes().stream()
                .flatMap(scope -> periods.stream()
                        .filter(period -> period.kind() != Period.Kind.HOUR || !scope.isGroup())
                        .flatMap(period -> subjects(series, period)
                                .map(subject -> new FigureKey(series.measure(), scope, period, subject))));
    }

    /** Waits of all visitors are those with and without appointment. Hours are too short for a breakdown. */
    private static Stream<String> subjects(Series series, Period period) {
        if (series.measure() != FigureKey.Kind.WAIT) {
            return Stream.of(series.subject());
        }
        return period.kind() == Period.Kind.HOUR
                ? Stream.of(DayLeaves.ALL_VISITS)
                : Stream.of(DayLeaves.ALL_VISITS, series.subject());
    }

    /** Writes the figures that change; returns how many. */
    int write(ReleasePolicy policy, Instant now) {
        FigureWriter writer = new FigureWriter(dao, policy, now);
        Set<FigureKey> candidates = new HashSet<>(expected);
        if (isRebuilding) {
            candidates.addAll(readAllBlocks());
            // After a change of groups some figures may have lost all they were about.
            dao.listAbandoned().forEach(figure -> moved.add(figure.key()));
        }
        candidates.removeAll(moved);
        each(candidates, some -> moved.addAll(unlikeSeen(some, policy)));
        each(moved, some -> writer.write(some, totals(some)));
        return moved.size();
    }

    /** Returns those that say something else than what people see, or that they see nothing of yet. */
    private List<FigureKey> unlikeSeen(List<FigureKey> figures, ReleasePolicy policy) {
        Map<String, Seen> seen =
                dao.listSeen(ids(figures)).stream().collect(Collectors.toMap(Seen::figureId, each -> each));
        Map<FigureKey, long[]> totals = totals(figures);
        return figures.stream()
                .filter(key -> {
                    Seen last = seen.get(key.id());
                    long[] total = Objects.requireNonNull(totals.get(key));
                    return last == null
                            || (isRebuilding
                                    && !Objects.equals(
                                            last.people(),
                                            Visibility.of(total, policy).people()));
                })
                .toList();
    }

    /** Sums were forgotten, because offices count in other groups now. What was released is what it was. */
    private Set<FigureKey> readAllBlocks() {
        Set<FigureKey> all = new HashSet<>();
        try (Stream<KnownBlock> blocks = leaves.listBlocks().stream()) {
            blocks.forEach(block -> {
                figures(block.office(), block.row().series(), block.row().period(grids.of(block.office())))
                        .forEach(figure -> changes.add(figure, block.row().numbers()));
                if (changes.byKey().size() > AT_ONCE) {
                    all.addAll(changes.byKey().keySet());
                    save();
                }
            });
        }
        all.addAll(changes.byKey().keySet());
        save();
        return all;
    }

    /** Returns the sums of these figures: none of them is missing. */
    private Map<FigureKey, long[]> totals(Collection<FigureKey> figures) {
        Map<String, long[]> known = dao.mapTotals(ids(figures));
        Map<FigureKey, long[]> totals = new HashMap<>();
        figures.forEach(key -> totals.put(key, known.getOrDefault(key.id(), new long[0])));
        return totals;
    }

    private static void each(Collection<FigureKey> figures, Consumer<List<FigureKey>> work) {
        List<FigureKey> all = new ArrayList<>(figures);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            work.accept(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
    }

    private static String[] ids(Collection<FigureKey> keys) {
        return keys.stream().map(FigureKey::id).toArray(String[]::new);
    }
}
