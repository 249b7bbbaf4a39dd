package de.visitenkarte.api.release;

import de.visitenkarte.api.release.LeafDao.BlockRow;
import de.visitenkarte.api.release.LeafDao.KnownLeaf;
import de.visitenkarte.api.release.LeafDao.LeafRow;
import de.visitenkarte.api.release.LeafDao.WaitingLeaf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Knows of every leaf what the cells say and how much of that is in blocks, and takes to the gate what is not. Costs as much
 * as what changed.
 */
final class LeafStore {

    /** A quarter and some weeks. What is older waits for late ones of its own quarter, and not for time to pass. */
    private static final int PATIENCE_DAYS = 130;

    private final LeafDao dao;
    private final Grids grids;
    private final Map<String, Integer> highestValues;
    private final ReleasePolicy policy;
    private final Instant now;
    private final LocalDate since;

    LeafStore(LeafDao dao, Grids grids, ReleasePolicy policy, Instant now) {
        this.dao = dao;
        this.grids = grids;
        this.highestValues = dao.mapHighestValues();
        this.policy = policy;
        this.now = now;
        this.since = now.atZone(ZoneOffset.UTC).toLocalDate().minusDays(PATIENCE_DAYS);
    }

    /** A block and whose it is. */
    record Released(Office office, Series series, Block block) {}

    /** A leaf that changed, and whose it is. */
    record Changed(Office office, Leaf leaf) {}

    /** Notes what the cells of these days say now; returns the leaves that changed. */
    List<Changed> count(List<ChangedDay> days) {
        List<DayLeaves> leaves = read(days);
        String[] offices = days.stream().map(ChangedDay::officeId).toArray(String[]::new);
        String[] dates = days.stream().map(day -> day.day().toString()).toArray(String[]::new);
        Map<Leaf, LeafRow> known = new HashMap<>();
        for (KnownLeaf each : dao.listLeaves(offices, dates)) {
            known.put(each.row().leaf(grids.of(days.get(each.position()).office())), each.row());
            leaves.get(each.position()).addNothing(each.row());
        }
        List<LeafRow> rows = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            Office office = days.get(i).office();
            leaves.get(i).counted().forEach((leaf, numbers) -> {
                LeafRow before = known.get(leaf);
                LeafRow after = LeafRow.of(leaf, numbers, before == null ? new long[0] : before.released());
                if (before == null || !Arrays.equals(after.counted(), before.counted())) {
                    rows.add(after);
                    changed.add(new Changed(office, leaf));
                }
            });
        }
        write(rows);
        return changed;
    }

    /** Asks for the cells of all days at once: most runs find a change or two in each of many offices. */
    private List<DayLeaves> read(List<ChangedDay> days) {
        List<DayLeaves> leaves = days.stream()
                .map(day -> new DayLeaves(day, grids.of(day.office()), highestValues))
                .toList();
        String[] offices = days.stream().map(ChangedDay::officeId).toArray(String[]::new);
        long[] starts =
                days.stream().mapToLong(day -> day.startsAt().getEpochSecond()).toArray();
        long[] ends =
                days.stream().mapToLong(day -> day.endsAt().getEpochSecond()).toArray();
        dao.listRatingSums(offices, starts, ends)
                .forEach(sum -> leaves.get(sum.day()).add(sum));
        dao.listWaitSums(offices, starts, ends)
                .forEach(sum -> leaves.get(sum.day()).add(sum));
        return leaves;
    }

    /** Returns the offices of which something waits for time to pass. */
    List<String> offices() {
        return dao.listOfficesWaiting(since);
    }

    /** Releases what may be released of these offices now. */
    List<Released> release(Collection<String> officeIds) {
        Map<Series, List<WaitingLeaf>> waiting = dao.listWaiting(officeIds.toArray(String[]::new)).stream()
                .collect(Collectors.groupingBy(
                        each -> each.row().leaf(grids.of(each.office())).series()));
        List<Released> released = new ArrayList<>();
        List<LeafRow> rows = new ArrayList<>();
        waiting.forEach((series, leaves) -> {
            Office office = leaves.get(0).office();
            List<Block> blocks = decide(leaves, grids.of(office));
            rows.addAll(taken(leaves, blocks, grids.of(office)));
            blocks.forEach(block -> released.add(new Released(office, series, block)));
        });
        write(rows);
        dao.insertBlocks(released.stream()
                .map(each -> BlockRow.of(each.series(), each.block(), now))
                .toList());
        return released;
    }

    private List<Block> decide(List<WaitingLeaf> leaves, Grid grid) {
        List<Rest> rests = leaves.stream()
                .map(leaf -> new Rest(leaf.row().leaf(grid).period(), rest(leaf.row())))
                .toList();
        return ReleaseGate.decide(rests, grid, now, policy);
    }

    /** Returns the leaves as they are when these blocks have taken their part. */
    private static Collection<LeafRow> taken(List<WaitingLeaf> leaves, List<Block> blocks, Grid grid) {
        Map<Period, LeafRow> rows = leaves.stream()
                .map(WaitingLeaf::row)
                .collect(Collectors.toMap(row -> row.leaf(grid).period(), row -> row));
        Map<Period, LeafRow> taken = new HashMap<>();
        for (Block block : blocks) {
            for (Period period : block.leaves()) {
                LeafRow row = Objects.requireNonNull(rows.get(period), "blocks are made of these leaves");
                LeafRow soFar = taken.getOrDefault(period, row);
                taken.put(period, soFar.release(block.part(rest(row))));
            }
        }
        return taken.values();
    }

    private void write(List<LeafRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        dao.upsertLeaves(
                texts(rows, LeafRow::officeId),
                texts(rows, row -> row.day().toString()),
                texts(rows, LeafRow::measure),
                texts(rows, LeafRow::subject),
                rows.stream().mapToLong(row -> row.startsAt().getEpochSecond()).toArray(),
                texts(rows, row -> Sums.array(row.counted())),
                texts(rows, row -> Sums.array(row.released())));
    }

    private static String[] texts(List<LeafRow> rows, Function<LeafRow, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static long[] rest(LeafRow row) {
        return Sums.minus(row.counted(), row.released());
    }
}
