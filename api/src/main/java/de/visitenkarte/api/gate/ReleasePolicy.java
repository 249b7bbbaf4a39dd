package de.visitenkarte.api.gate;

/**
 * The numbers of the release gate. They can be raised, never lowered below {@link #FLOOR}.
 *
 * @param blockSize so many people at least are released together, and fewer are never shown
 * @param shareMinimum shares, means and percentiles need so many people
 * @param extremesMinimum 0 % and 100 % positive need so many answers
 * @param comparisonMinimum standing beside other authorities needs so many answers
 */
public record ReleasePolicy(int blockSize, int shareMinimum, int extremesMinimum, int comparisonMinimum) {

    /** The built-in floor. */
    public static final ReleasePolicy FLOOR = new ReleasePolicy(5, 10, 30, 100);

    public ReleasePolicy {
        if (blockSize < 5 || shareMinimum < 10 || extremesMinimum < 30 || comparisonMinimum < 100) {
            throw new IllegalArgumentException(
                    "A release policy cannot go below blocks of 5, shares of 10, extremes of 30"
                            + " and comparisons of 100 people");
        }
        if (shareMinimum < blockSize) {
            throw new IllegalArgumentException("Shares cannot be of fewer people than a block");
        }
    }
}
