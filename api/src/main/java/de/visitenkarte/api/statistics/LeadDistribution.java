package de.visitenkarte.api.statistics;

import de.visitenkarte.events.LeadBins;

/** Lead times of at least one visit, as a histogram that can be added up over any period. */
public final class LeadDistribution {

    private final Histogram histogram;

    /** @param histogram visits per bin of {@link LeadBins} */
    public LeadDistribution(long[] histogram) {
        this.histogram = new Histogram(histogram, LeadBins.COUNT);
    }

    /** Returns the number of visits that have a lead time. */
    public long visits() {
        return histogram.visits();
    }

    /**
     * Returns the lead time that a share of the visitors did not exceed, in days: a whole day up to four weeks,
     * interpolated within the week beyond; lead times beyond the last bin count as its lowest day.
     *
     * @param share 0…1, e.g. 0.5 for the median
     */
    public double percentileDays(double share) {
        return histogram.percentile(share, LeadBins::lowestDays, LeadBins::highestDays);
    }

    /**
     * Returns the share of visitors whose appointment was less than so many days after the booking. Less, not at most: the
     * bins of a week begin with the 28th day.
     *
     * @param days first day of a bin, e.g. 14 or 28
     */
    public double shareUnder(int days) {
        return histogram.shareWhile(bin -> LeadBins.lowestDays(bin) < days);
    }
}
