package de.visitenkarte.api.gate;

import de.visitenkarte.api.statistics.AnswerDistribution;
import de.visitenkarte.api.statistics.Wilson;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the place of 0 % and 100 % of few people: that all of a small group are dissatisfied says it of each of them. It
 * stands in the place of what comes next to them too, or it would say the same in other words.
 */
public enum ShareBound {
    AT_MOST("at-most", 0.1),
    AT_LEAST("at-least", 0.9);

    private final String label;
    private final double share;

    ShareBound(String label, double share) {
        this.label = label;
        this.share = share;
    }

    /** Returns what to show instead of the exact share; null if that may be shown. */
    public static @Nullable ShareBound of(AnswerDistribution answers, ReleasePolicy policy) {
        if (answers.answers() >= policy.extremesMinimum()) {
            return null;
        }
        double share = (double) answers.positive() / answers.answers();
        if (share >= AT_LEAST.share) {
            return AT_LEAST;
        }
        return share <= AT_MOST.share ? AT_MOST : null;
    }

    /** Returns the interval of all shares that it stands for. */
    public Wilson.Interval interval(long answers) {
        long positive = Math.round(share * answers);
        Wilson.Interval exact = Wilson.interval(positive, answers);
        return this == AT_LEAST ? new Wilson.Interval(exact.low(), 1) : new Wilson.Interval(0, exact.high());
    }

    /** The name in the database and for readers. */
    public String label() {
        return label;
    }

    public double share() {
        return share;
    }
}
