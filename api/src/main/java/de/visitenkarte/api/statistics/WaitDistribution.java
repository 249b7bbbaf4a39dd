package de.visitenkarte.api.statistics;

import de.visitenkarte.events.WaitBins;

/** Waiting times of at least one visit, as a histogram that can be added up over any period. */
public final class WaitDistribution {

    private final Histogram histogram;

    /** @param histogram visits per bin of {@link WaitBins} */
    public WaitDistribution(long[] histogram) {
        this.histogram = new Histogram(histogram, WaitBins.COUNT);
    }

    /** Returns the number of visits. */
    public long visits() {
        return histogram.visits();
    }

    /**
     * Returns the wait that a share of the visitors did not exceed, in minutes, interpolated within its bin; waits beyond
     * the last bin count as its lower end.
     *
     * @param share 0…1, e.g. 0.5 for the median
     */
    public double percentileMinutes(double share) {
        return histogram.percentile(share, WaitBins::lowerMinutes, WaitBins::upperMinutes);
    }

    /**
     * Returns the share of visitors who waited at most so long.
     *
     * @param minutes upper end of a bin, e.g. 15 or 30
     */
    public double shareWithin(int minutes) {
        return histogram.shareWhile(bin -> WaitBins.upperMinutes(bin) <= minutes);
    }
}
