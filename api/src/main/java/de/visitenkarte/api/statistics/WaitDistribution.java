package de.visitenkarte.api.statistics;

import de.visitenkarte.events.WaitBins;

/** Waiting times of at least one visit, as a histogram that can be added up over any period. */
public final class WaitDistribution {

    private final long[] histogram;
    private final long visits;

    /** @param histogram visits per bin of {@link WaitBins} */
    public WaitDistribution(long[] histogram) {
        if (histogram.length != WaitBins.COUNT) {
            throw new IllegalArgumentException("Expected " + WaitBins.COUNT + " bins, not " + histogram.length);
        }
        this.histogram = histogram.clone();
        long sum = 0;
        for (long count : histogram) {
            sum += count;
        }
        this.visits = sum;
    }

    /** Returns the number of visits. */
    public long visits() {
        return visits;
    }

    /**
     * Returns the wait that a share of the visitors did not exceed, in minutes, interpolated within its bin; waits beyond
     * the last bin count as its lower end.
     *
     * @param share 0…1, e.g. 0.5 for the median
     */
    public double percentileMinutes(double share) {
        double rank = share * visits;
        long below = 0;
        for (int bin = 0; bin < histogram.length; bin++) {
            long count = histogram[bin];
            if (count > 0 && below + count >= rank) {
                double lower = WaitBins.lowerMinutes(bin);
                double width = WaitBins.upperMinutes(bin) - lower;
                return lower + width * Math.max(0, rank - below) / count;
            }
            below += count;
        }
        return WaitBins.lowerMinutes(WaitBins.COUNT - 1);
    }

    /**
     * Returns the share of visitors who waited at most so long.
     *
     * @param minutes upper end of a bin, e.g. 15 or 30
     */
    public double shareWithin(int minutes) {
        long within = 0;
        for (int bin = 0; bin < histogram.length && WaitBins.upperMinutes(bin) <= minutes; bin++) {
            within += histogram[bin];
        }
        return (double) within / visits;
    }
}
