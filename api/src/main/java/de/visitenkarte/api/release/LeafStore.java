package de.visitenkarte.api.release;

import de.visitenkarte.api.gate.Block;
import de.visitenkarte.api.gate.Grid;
import de.visitenkarte.api.gate.Period;
import de.visitenkarte.api.gate.ReleaseGate;
import de.visitenkarte.api.gate.ReleasePolicy;
import de.visitenkarte.api.gate.Rest;
import de.visitenkarte.api.gate.Sums;
import de.visitenkarte.api.release.LeafDao.BlockRow;
import de.visitenkarte.api.release.LeafDao.KnownLeaf;
import de.visitenkarte.api.release.LeafDao.LeafRow;
import java.time.Instant;
import java.time.LocalDate;
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

    private final LeafDao dao;
    private final Grids grids;
    private final Map<String, Integer> highestValues;
    private final ReleasePolicy policy;
    private final Instant now;
    private final Map<Leaf, LeafRow> changed = new HashMap<>();

    LeafStore(LeafDao dao, Grids grids, ReleasePolicy policy, Instant now) {
        this.dao = dao;
        this.grids = grids;
        this.highestValues = dao.mapHighestValues();
        this.policy = policy;
        this.now = now;
    }

    /** A block and whose it is. */
    record Released(Office office, Series series, Block block) {}

    /** A leaf of a day that changed, and whose it is. */
    record Counted(Office office, Leaf leaf, boolean isNew) {}

    /** Notes what the cells of these days say now; returns their leaves. Written by {@link #release}. */
    List<Counted> count(List<ChangedDay> days) {
        List<DayLeaves> leaves = read(days);
        String[] offices = days.stream().map(ChangedDay::officeId).toArray(String[]::new);
        String[] dates = days.stream().map(day -> day.day().toString()).toArray(String[]::new);
        Map<Leaf, LeafRow> known = new HashMap<>();
        for (KnownLeaf each : dao.listLeaves(offices, dates)) {
            known.put(each.row().leaf(grids.of(days.get(each.position()).office())), each.row());
            leaves.get(each.position()).addNothing(each.row());
        }
        List<Counted> counted = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            Office office = days.get(i).office();
            leaves.get(i).counted().forEach((leaf, numbers) -> {
                LeafRow before = known.get(leaf);
                LeafRow after = LeafRow.of(leaf, numbers, before == null ? new long[0] : before.released());
                if (before == null || !Arrays.equals(after.counted(), before.counted())) {
                    changed.put(leaf, after);
                }
                counted.add(new Counted(office, leaf, before == null));
            });
        }
        return counted;
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

    /** Releases what may be released of these days and of what they can be joined with. */
    List<Released> releaseDays(List<ChangedDay> days) {
        Map<Office, LocalDate> since = new HashMap<>();
        days.forEach(day -> since.merge(
                day.office(), joins(day.office(), day.day()), (one, other) -> one.isBefore(other) ? one : other));
        return release(since);
    }

    /** Releases what may be released because time has passed. */
    List<Released> releaseOver(List<Office> offices, Instant sweptUntil) {
        return release(offices.stream()
                .collect(Collectors.toMap(
                        office -> office,
                        office -> joins(office, sweptUntil.atZone(office.zone()).toLocalDate()))));
    }

    private LocalDate joins(Office office, LocalDate day) {
        return ReleaseGate.reach(day, grids.of(office), now).start();
    }

    private List<Released> release(Map<Office, LocalDate> since) {
        Map<String, Office> offices = since.keySet().stream().collect(Collectors.toMap(Office::officeId, each -> each));
        List<Released> released = new ArrayList<>();
        waiting(offices, since).forEach((series, rows) -> {
            Office office = Objects.requireNonNull(offices.get(series.officeId()));
            List<Block> blocks = decide(rows, grids.of(office));
            taken(rows, blocks).forEach((period, row) -> changed.put(new Leaf(series, period), row));
            blocks.forEach(block -> released.add(new Released(office, series, block)));
        });
        write(changed.values());
        changed.clear();
        dao.insertBlocks(released.stream()
                .map(each -> BlockRow.of(each.series(), each.block(), now))
                .toList());
        return released;
    }

    /** Returns all leaves of which something waits: as they are stored, or as they have just been counted. */
    private Map<Series, Map<Period, LeafRow>> waiting(Map<String, Office> offices, Map<Office, LocalDate> since) {
        List<Map.Entry<Office, LocalDate>> some = List.copyOf(since.entrySet());
        String[] ids = some.stream().map(each -> each.getKey().officeId()).toArray(String[]::new);
        String[] days = some.stream().map(each -> each.getValue().toString()).toArray(String[]::new);
        Map<Leaf, LeafRow> leaves = new HashMap<>();
        for (LeafRow row : dao.listWaiting(ids, days)) {
            leaves.put(row.leaf(grids.of(Objects.requireNonNull(offices.get(row.officeId())))), row);
        }
        leaves.putAll(changed);
        Map<Series, Map<Period, LeafRow>> waiting = new HashMap<>();
        leaves.forEach((leaf, row) ->
                waiting.computeIfAbsent(leaf.series(), any -> new HashMap<>()).put(leaf.period(), row));
        return waiting;
    }

    private List<Block> decide(Map<Period, LeafRow> rows, Grid grid) {
        List<Rest> rests = new ArrayList<>();
        rows.forEach((period, row) -> rests.add(new Rest(period, rest(row))));
        return ReleaseGate.decide(rests, grid, now, policy);
    }

    /** Returns the leaves as they are when these blocks have taken their part. */
    private static Map<Period, LeafRow> taken(Map<Period, LeafRow> rows, List<Block> blocks) {
        Map<Period, LeafRow> taken = new HashMap<>();
        for (Block block : blocks) {
            for (Period period : block.leaves()) {
                LeafRow row = Objects.requireNonNull(rows.get(period), "blocks are made of these leaves");
                LeafRow soFar = taken.getOrDefault(period, row);
                taken.put(period, soFar.release(block.part(rest(row))));
            }
        }
        return taken;
    }

    private void write(Collection<LeafRow> rows) {
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

    private static String[] texts(Collection<LeafRow> rows, Function<LeafRow, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static long[] rest(LeafRow row) {
        return Sums.minus(row.counted(), row.released());
    }
}
