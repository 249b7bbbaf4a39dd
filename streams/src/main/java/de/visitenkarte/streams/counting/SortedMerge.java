package de.visitenkarte.streams.counting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;

/** Adds up lists in which each identity occurs once, in one pass. */
public final class SortedMerge {

    private SortedMerge() {}

    /**
     * Returns everything of both lists, in order; what has the same identity in both is one element, the sum.
     *
     * @param identity both lists are sorted by it, strictly
     */
    public static <T> List<T> merge(List<T> some, List<T> more, Comparator<T> identity, BinaryOperator<T> sum) {
        List<T> merged = new ArrayList<>(some.size() + more.size());
        int i = 0;
        int j = 0;
        while (i < some.size() && j < more.size()) {
            int order = identity.compare(some.get(i), more.get(j));
            if (order == 0) {
                merged.add(sum.apply(some.get(i++), more.get(j++)));
            } else {
                merged.add(order < 0 ? some.get(i++) : more.get(j++));
            }
        }
        merged.addAll(some.subList(i, some.size()));
        merged.addAll(more.subList(j, more.size()));
        return merged;
    }
}
