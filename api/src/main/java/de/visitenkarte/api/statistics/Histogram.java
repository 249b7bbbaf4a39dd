package de.visitenkarte.api.statistics;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** Visits per bin, of waiting times or of lead times. */
final class Histogram {

    private final long[] counts;
    private final long visits;

    /** @param bins how many there have to be */
    Histogram(long[] counts, int bins) {
        if (counts.length != bins) {
            throw new IllegalArgumentException("Expected " + bins + " bins, not " + counts.length);
        }
        this.counts = counts.clone();
        this.visits = Arrays.stream(counts).sum();
    }

    long visits() {
        return visits;
    }

    /**
     * Returns what a share of the visits did not exceed, interpolated within its bin.
     *
     * @param share 0…1
     * @param lowest the lower end of a bin
     * @param highest its upper end; of the open bin at the end its lower one
     */
    double percentile(double share, IntUnaryOperator lowest, IntUnaryOperator highest) {
        double rank = share * visits;
        long below = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            long count = counts[bin];
            if (count > 0 && below + count >= rank) {
                double lower = lowest.applyAsInt(bin);
                double width = highest.applyAsInt(bin) - lower;
                return lower + width * Math.max(0, rank - below) / count;
            }
            below += count;
        }
        return lowest.applyAsInt(counts.length - 1);
    }

    /** Returns the share of visits in the first bins, up to one that does not belong to them. */
    double shareWhile(IntPredicate belongs) {
        long within = 0;
        for (int bin = 0; bin < counts.length && belongs.test(bin); bin++) {
            within += counts[bin];
        }
        return (double) within / visits;
    }
}
