package de.visitenkarte.api.gate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;

/**
 * The release gate: decides which people's numbers are released together. A pure function of what has not been released yet, of
 * the time and of the policy; the same input gives the same blocks.
 *
 * <p>Numbers of too few people wait. As long as their hour or day is open, they wait for more of the same; when it is over,
 * they join what waits elsewhere in the same day, then in the same week of the month, the same month and the same quarter. A
 * block of a longer stretch is missing in the sums of the shorter ones, and nowhere else. What is left at the end of a
 * quarter, fewer people than a block, is never shown.
 */
public final class ReleaseGate {

    private static final List<Period.Kind> SPANS = List.of(
            Period.Kind.HOUR, Period.Kind.DAY, Period.Kind.WEEK_OF_MONTH, Period.Kind.MONTH, Period.Kind.QUARTER);

    private ReleaseGate() {}

    /**
     * Returns the blocks to release now.
     *
     * @param rests of one series: the answers to one question in one office, for instance; each leaf once
     */
    public static List<Block> decide(Collection<Rest> rests, Grid grid, Instant now, ReleasePolicy policy) {
        List<Block> blocks = new ArrayList<>();
        blocks.addAll(decide(part(rests, number -> Math.max(number, 0)), grid, now, policy.blockSize()));
        blocks.addAll(decide(part(rests, number -> Math.min(number, 0)), grid, now, policy.blockSize()));
        return blocks;
    }

    /**
     * Returns the longest stretch in which something of a day may join what waits elsewhere at that time. What waits outside of
     * it makes no difference to what is released of that day.
     */
    public static Period reach(LocalDate day, Grid grid, Instant now) {
        Period reach = grid.day(day);
        for (Period.Kind kind : SPANS.subList(SPANS.indexOf(Period.Kind.DAY) + 1, SPANS.size())) {
            if (reach.endsAt().isAfter(now)) {
                break;
            }
            reach = grid.widen(grid.day(day), kind);
        }
        return reach;
    }

    private static List<Rest> part(Collection<Rest> rests, LongUnaryOperator sign) {
        return rests.stream()
                .map(rest -> new Rest(
                        rest.leaf(), Arrays.stream(rest.numbers()).map(sign).toArray()))
                .filter(rest -> people(rest.numbers()) > 0)
                .sorted(Comparator.comparing(rest -> rest.leaf().startsAt()))
                .toList();
    }

    private static List<Block> decide(List<Rest> rests, Grid grid, Instant now, int blockSize) {
        List<Block> blocks = new ArrayList<>();
        List<Rest> waiting = new ArrayList<>(rests);
        for (Period.Kind kind : SPANS) {
            groups(waiting, kind, grid, now).forEach((start, group) -> {
                long[] numbers = sum(group);
                if (people(numbers) >= blockSize) {
                    Period span = grid.widen(group.get(0).leaf(), kind);
                    blocks.add(new Block(span, group.stream().map(Rest::leaf).toList(), numbers));
                    waiting.removeAll(group);
                }
            });
        }
        return blocks;
    }

    private static Map<Instant, List<Rest>> groups(List<Rest> waiting, Period.Kind kind, Grid grid, Instant now) {
        return waiting.stream()
                .filter(rest -> mayJoin(rest.leaf(), kind, grid, now))
                .collect(Collectors.groupingBy(
                        rest -> grid.widen(rest.leaf(), kind).startsAt(), TreeMap::new, Collectors.toList()));
    }

    /** In its own leaf a rest may always be released; in a longer stretch only when all shorter ones are over. */
    private static boolean mayJoin(Period leaf, Period.Kind kind, Grid grid, Instant now) {
        int level = SPANS.indexOf(kind);
        int own = SPANS.indexOf(leaf.kind());
        return level == own
                || (level > own
                        && !grid.widen(leaf, SPANS.get(level - 1)).endsAt().isAfter(now));
    }

    private static long[] sum(List<Rest> group) {
        long[] sum = new long[0];
        for (Rest rest : group) {
            long[] numbers = rest.numbers();
            if (sum.length < numbers.length) {
                sum = Arrays.copyOf(sum, numbers.length);
            }
            for (int i = 0; i < numbers.length; i++) {
                sum[i] += numbers[i];
            }
        }
        return sum;
    }

    private static long people(long[] numbers) {
        long people = 0;
        for (long number : numbers) {
            people += number;
        }
        return Math.abs(people);
    }
}
