package de.visitenkarte.api.statistics;

import de.visitenkarte.events.LeadBins;
import java.util.Arrays;

/** Lead times of at least one visit, as a histogram that can be added up over any period. */
public final class LeadDistribution {

    private final long[] histogram;
    private final long visits;

    /** @param histogram visits per bin of {@link LeadBins} */
    public LeadDistribution(long[] histogram) {
        if (histogram.length != LeadBins.COUNT) {
            throw new IllegalArgumentException("Expected " + LeadBins.COUNT + " bins, not " + histogram.length);
        }
        this.histogram = histogram.clone();
        this.visits = Arrays.stream(histogram).sum();
    }

    /** Returns the number of visits that have a lead time. */
    public long visits() {
        return visits;
    }

    /**
     * Returns the lead time that a share of the visitors did not exceed, in days: a whole day up to four weeks,
     * interpolated within the week beyond; lead times beyond the last bin count as its lowest day.
     *
     * @param share 0…1, e.g. 0.5 for the median
     */
    public double percentileDays(double share) {
        double rank = share * visits;
        long below = 0;
        for (int bin = 0; bin < histogram.length; bin++) {
            long count = histogram[bin];
            if (count > 0 && below + count >= rank) {
                double lowest = LeadBins.lowestDays(bin);
                return lowest + (LeadBins.highestDays(bin) - lowest) * Math.max(0, rank - below) / count;
            }
            below += count;
        }
        return LeadBins.lowestDays(LeadBins.COUNT - 1);
    }

    /**
     * Returns the share of visitors whose appointment was less than so many days after the booking. Less, not at most: the
     * bins of a week begin with the 28th day.
     *
     * @param days first day of a bin, e.g. 14 or 28
     */
    public double shareUnder(int days) {
        long under = 0;
        for (int bin = 0; bin < histogram.length && LeadBins.lowestDays(bin) < days; bin++) {
            under += histogram[bin];
        }
        return (double) under / visits;
    }
}
