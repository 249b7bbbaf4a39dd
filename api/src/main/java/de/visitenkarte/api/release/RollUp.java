package de.visitenkarte.api.release;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the private sums up: takes the difference between what the cells of a day say now and what they said before, and
 * adds it to every figure above. Costs as much as what changed.
 */
final class RollUp {

    private final ReleaseDao dao;
    private final Map<String, Integer> highestValues;

    RollUp(ReleaseDao dao) {
        this.dao = dao;
        this.highestValues = dao.mapHighestValues();
    }

    /** Returns the new sums of all figures that change because of these days. */
    Map<FigureKey, long[]> apply(List<ChangedDay> days) {
        Map<FigureKey, long[]> sums = differencesOf(days).nonZero();
        Map<String, long[]> before = dao.mapTotals(ids(sums.keySet()));
        sums.replaceAll((key, change) -> sum(before.get(key.id()), change));
        dao.upsertTotals(
                ids(sums.keySet()), sums.values().stream().map(RollUp::array).toArray(String[]::new));
        return sums;
    }

    /** Asks for the cells of all days at once: most runs find a change or two in each of many offices. */
    private Numbers differencesOf(List<ChangedDay> days) {
        List<DayLeaves> leaves =
                days.stream().map(day -> new DayLeaves(day, highestValues)).toList();
        String[] offices = days.stream().map(ChangedDay::officeId).toArray(String[]::new);
        long[] starts =
                days.stream().mapToLong(day -> day.startsAt().getEpochSecond()).toArray();
        long[] ends =
                days.stream().mapToLong(day -> day.endsAt().getEpochSecond()).toArray();
        dao.listRatingSums(offices, starts, ends)
                .forEach(sum -> leaves.get(sum.day()).add(sum));
        dao.listWaitSums(offices, starts, ends)
                .forEach(sum -> leaves.get(sum.day()).add(sum));
        Map<String, long[]> known = dao.mapTotals(
                ids(leaves.stream().flatMap(day -> day.keys().stream()).toList()));
        Numbers differences = new Numbers();
        leaves.forEach(day -> day.spread(known, differences));
        return differences;
    }

    private static long[] sum(long @Nullable [] before, long[] change) {
        if (before == null) {
            return change;
        }
        long[] sum = Arrays.copyOf(before, Math.max(before.length, change.length));
        for (int i = 0; i < change.length; i++) {
            sum[i] += change[i];
        }
        return sum;
    }

    private static String array(long[] numbers) {
        return Arrays.stream(numbers).mapToObj(Long::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static String[] ids(Collection<FigureKey> keys) {
        return keys.stream().map(FigureKey::id).toArray(String[]::new);
    }
}
