package de.visitenkarte.api.statistics;

/** Confidence interval of a share. */
public final class Wilson {

    /** 97.5 % point of the standard normal distribution: two-sided 95 %. */
    private static final double Z = 1.959963984540054;

    private Wilson() {}

    /**
     * An interval of a share.
     *
     * @param low lower end, 0…1
     * @param high upper end, 0…1
     */
    public record Interval(double low, double high) {}

    /**
     * Returns the 95 % Wilson score interval of a share.
     *
     * @param positive how many answered positively; 0 ≤ positive ≤ total
     * @param total how many answered; at least 1
     * @throws IllegalArgumentException if the counts are outside those ranges
     * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson 1927</a>
     */
    public static Interval interval(long positive, long total) {
        if (total < 1 || positive < 0 || positive > total) {
            throw new IllegalArgumentException(
                    "Expected 0 ≤ positive ≤ total and total ≥ 1, not " + positive + " of " + total);
        }
        double n = total;
        double share = positive / n;
        double centre = share + Z * Z / (2 * n);
        double spread = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
        double scale = 1 + Z * Z / n;
        return new Interval(Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale));
    }
}
