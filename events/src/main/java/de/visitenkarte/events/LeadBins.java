package de.visitenkarte.events;

/**
 * The bins of {@link WaitCell#getLeadHistogramList()}: one day wide up to four weeks, one week wide up to a year, and one
 * for everything longer. Part of the wire: fixed, so that any two histograms can be added.
 */
public final class LeadBins {

    private static final int WEEK = 7;
    private static final int FINE_BINS = 28;
    private static final int LIMIT_DAYS = 364;

    /** Number of bins; the last one is open. */
    public static final int COUNT = FINE_BINS + (LIMIT_DAYS - FINE_BINS) / WEEK + 1;

    private LeadBins() {}

    /**
     * Returns the bin of a lead time.
     *
     * @param days lead time in whole days, at least 0
     * @throws IllegalArgumentException if negative
     */
    public static int binOf(long days) {
        if (days < 0) {
            throw new IllegalArgumentException("A lead time cannot be negative: " + days);
        }
        if (days < FINE_BINS) {
            return (int) days;
        }
        return days < LIMIT_DAYS ? FINE_BINS + (int) ((days - FINE_BINS) / WEEK) : COUNT - 1;
    }

    /** Returns the lowest number of days in a bin. */
    public static int lowestDays(int bin) {
        return bin < FINE_BINS ? bin : FINE_BINS + (bin - FINE_BINS) * WEEK;
    }

    /** Returns the highest number of days in a bin; for the open bin its lowest. */
    public static int highestDays(int bin) {
        return bin == COUNT - 1 ? LIMIT_DAYS : lowestDays(bin + 1) - 1;
    }
}
