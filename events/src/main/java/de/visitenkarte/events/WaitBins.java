package de.visitenkarte.events;

/**
 * The bins of {@link WaitCell#getHistogramList()}: one minute wide up to an hour, five minutes wide up to four hours, and
 * one for everything longer. A bin excludes its lower end and includes its upper end (the first includes 0 as well), so
 * that "at most 15 minutes" is a whole number of bins. Part of the wire: fixed, so that any two histograms can be added.
 */
public final class WaitBins {

    private static final int FINE_BINS = 60;
    private static final int COARSE_MINUTES = 5;
    private static final int LIMIT_MINUTES = 240;

    /** Number of bins; the last one is open. */
    public static final int COUNT = FINE_BINS + (LIMIT_MINUTES - FINE_BINS) / COARSE_MINUTES + 1;

    private WaitBins() {}

    /**
     * Returns the bin of a waiting time.
     *
     * @param seconds waiting time, at least 0
     * @throws IllegalArgumentException if negative
     */
    public static int binOf(long seconds) {
        if (seconds < 0) {
            throw new IllegalArgumentException("A waiting time cannot be negative: " + seconds);
        }
        long minutes = Math.max(0, seconds - 1) / 60;
        if (minutes < FINE_BINS) {
            return (int) minutes;
        }
        if (minutes < LIMIT_MINUTES) {
            return FINE_BINS + (int) ((minutes - FINE_BINS) / COARSE_MINUTES);
        }
        return COUNT - 1;
    }

    /** Returns the lower end of a bin in minutes. */
    public static int lowerMinutes(int bin) {
        return bin < FINE_BINS ? bin : FINE_BINS + (bin - FINE_BINS) * COARSE_MINUTES;
    }

    /** Returns the upper end of a bin in minutes; for the open bin its lower end. */
    public static int upperMinutes(int bin) {
        return bin == COUNT - 1 ? LIMIT_MINUTES : lowerMinutes(bin + 1);
    }
}
