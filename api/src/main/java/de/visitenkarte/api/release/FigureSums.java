package de.visitenkarte.api.release;

import de.visitenkarte.api.release.LeafDao.KnownBlock;
import de.visitenkarte.api.release.ReleasedFigure.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sums of blocks that people see, and what changes about them in one run. */
final class FigureSums {

    private final ReleaseDao dao;
    private final LeafDao leaves;
    private final Grids grids;
    private final boolean isRebuilding;
    private final Sums<FigureKey> changes = new Sums<>();

    FigureSums(ReleaseDao dao, LeafDao leaves, Grids grids) {
        this.dao = dao;
        this.leaves = leaves;
        this.grids = grids;
        this.isRebuilding = dao.hasNoTotals();
    }

    /** There is something to see of this leaf, be it only that it is too little. */
    void expect(Office office, Leaf leaf) {
        figures(office, leaf.series(), leaf.period()).forEach(figure -> changes.add(figure, new long[0]));
    }

    void add(Office office, Series series, Block block) {
        add(office, series, block.span(), block.numbers());
    }

    private void add(Office office, Series series, Period span, long[] numbers) {
        figures(office, series, span).forEach(figure -> changes.add(figure, numbers));
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

    /** Writes sums and figures that change; returns how many figures. */
    int write(ReleasePolicy policy, Instant now) {
        if (isRebuilding) {
            readAllBlocks();
        }
        Map<FigureKey, long[]> totals = totals();
        dao.upsertTotals(
                ids(totals.keySet()), totals.values().stream().map(Sums::array).toArray(String[]::new));
        Map<String, Seen> seen =
                dao.listSeen(ids(totals.keySet())).stream().collect(Collectors.toMap(Seen::figureId, each -> each));
        List<FigureKey> moved = new ArrayList<>();
        totals.forEach((key, total) -> {
            Seen last = seen.get(key.id());
            boolean isSame = last != null
                    && Objects.equals(
                            last.people(), Visibility.of(total, policy).people());
            if (!isSame || (!isRebuilding && !isZero(changes.byKey().get(key)))) {
                moved.add(key);
            }
        });
        if (isRebuilding) {
            // After a change of groups some figures may have lost all they were about.
            dao.listAbandoned().forEach(figure -> {
                totals.put(figure.key(), new long[0]);
                moved.add(figure.key());
            });
        }
        new FigureWriter(dao, policy, now).write(moved, totals);
        return moved.size();
    }

    /** Sums were forgotten, because offices count in other groups now. What was released is what it was. */
    private void readAllBlocks() {
        changes.byKey().replaceAll((key, change) -> new long[0]);
        try (Stream<KnownBlock> blocks = leaves.listBlocks().stream()) {
            blocks.forEach(block -> add(
                    block.office(),
                    block.row().series(),
                    block.row().period(grids.of(block.office())),
                    block.row().numbers()));
        }
    }

    private Map<FigureKey, long[]> totals() {
        Map<String, long[]> before = dao.mapTotals(ids(changes.byKey().keySet()));
        Map<FigureKey, long[]> totals = new HashMap<>();
        changes.byKey().forEach((key, change) -> {
            long[] known = before.get(key.id());
            totals.put(key, known == null ? change : Sums.plus(known, change));
        });
        return totals;
    }

    private static boolean isZero(long @Nullable [] numbers) {
        return numbers == null || Arrays.stream(numbers).allMatch(number -> number == 0);
    }

    private static String[] ids(Collection<FigureKey> keys) {
        return keys.stream().map(FigureKey::id).toArray(String[]::new);
    }
}
