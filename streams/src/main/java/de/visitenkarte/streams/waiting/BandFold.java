package de.visitenkarte.streams.waiting;

import de.visitenkarte.events.BandCell;
import de.visitenkarte.events.BandCells;
import de.visitenkarte.events.RatingCell;
import de.visitenkarte.events.RatingCells;
import de.visitenkarte.events.WaitCells;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Attributes the answers of a quarter hour to its wait band, and adds up and takes away such attributions. */
final class BandFold {

    private static final long HOUR_SECONDS = 3600;

    private BandFold() {}

    /** Returns the answers of a quarter hour, attributed to the band of its waits; over all areas and instruments. */
    static BandCells attribute(RatingCells ratings, WaitCells waits) {
        Map<String, List<Long>> counts = ratings.getCellsList().stream()
                .collect(Collectors.toMap(
                        RatingCell::getQuestionId, RatingCell::getCountsList, (a, b) -> sum(a, b, 1), TreeMap::new));
        return BandCells.newBuilder()
                .setAuthorityId(ratings.getAuthorityId())
                .setOfficeId(ratings.getOfficeId())
                .setBand(WaitBands.bandOf(waits))
                .setHourStart(Math.floorDiv(ratings.getBucketStart(), HOUR_SECONDS) * HOUR_SECONDS)
                .addAllCells(cells(counts))
                .build();
    }

    /** Returns {@code office/band/hour}. */
    static String keyOf(BandCells cells) {
        return cells.getOfficeId() + "/" + cells.getBand().name() + "/" + cells.getHourStart();
    }

    /** Adds the attribution of one quarter hour. */
    static BandCells add(BandCells sum, BandCells one) {
        return merge(sum, one, 1);
    }

    /** Takes the attribution of one quarter hour away; null if nothing is left, so that no trace depends on the order. */
    static @Nullable BandCells subtract(BandCells sum, BandCells one) {
        BandCells rest = merge(sum, one, -1);
        return rest.getCellsCount() == 0 ? null : rest;
    }

    private static BandCells merge(BandCells sum, BandCells one, int sign) {
        Map<String, List<Long>> counts = new TreeMap<>();
        sum.getCellsList().forEach(cell -> counts.put(cell.getQuestionId(), cell.getCountsList()));
        one.getCellsList()
                .forEach(cell -> counts.merge(
                        cell.getQuestionId(),
                        sum(List.of(), cell.getCountsList(), sign),
                        (known, more) -> sum(known, more, 1)));
        counts.values().removeIf(each -> each.stream().allMatch(count -> count == 0));
        // The sum is empty at first and takes its names from the first attribution.
        return one.toBuilder().clearCells().addAllCells(cells(counts)).build();
    }

    private static List<Long> sum(List<Long> counts, List<Long> more, int sign) {
        List<Long> sum = new ArrayList<>(more.size());
        for (int i = 0; i < more.size(); i++) {
            sum.add((counts.isEmpty() ? 0 : counts.get(i)) + sign * more.get(i));
        }
        return sum;
    }

    private static List<BandCell> cells(Map<String, List<Long>> counts) {
        return counts.entrySet().stream()
                .map(entry -> BandCell.newBuilder()
                        .setQuestionId(entry.getKey())
                        .addAllCounts(entry.getValue())
                        .build())
                .toList();
    }
}
