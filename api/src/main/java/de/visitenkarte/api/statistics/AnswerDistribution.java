package de.visitenkarte.api.statistics;

/** How often each value was given to one question. */
public final class AnswerDistribution {

    /** Number of faces. */
    private static final int FACES = 5;

    private final long[] counts;

    /** @param counts how often the value i + 1 was given; five for faces, three for no, partly, yes */
    public AnswerDistribution(long[] counts) {
        this.counts = counts.clone();
    }

    /** Returns how many answered. */
    public long answers() {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    /** Returns how many answered positively: the two best of five faces, or yes. */
    public long positive() {
        return counts.length == FACES ? counts[FACES - 2] + counts[FACES - 1] : counts[counts.length - 1];
    }

    /**
     * Returns the mean on −2…+2 for five faces, as Destatis' Lebenslagenbefragung reports satisfaction; on −1…+1 for three
     * answers.
     */
    public double mean() {
        double middle = (counts.length + 1) / 2.0;
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i] * (i + 1 - middle);
        }
        return sum / answers();
    }
}
