package de.visitenkarte.api.release;

import de.visitenkarte.api.gate.ReleasePolicy;
import de.visitenkarte.api.gate.ShareBound;
import de.visitenkarte.api.gate.Visibility;
import de.visitenkarte.api.statistics.AnswerDistribution;
import de.visitenkarte.api.statistics.LeadDistribution;
import de.visitenkarte.api.statistics.WaitDistribution;
import de.visitenkarte.api.statistics.Wilson;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Released figures as they are written to the database: numbers are null where people may not see them. */
public final class ReleasedFigure {

    private static final int GOOD_WAIT_MINUTES = 15;
    private static final int FAIR_WAIT_MINUTES = 30;
    private static final int TWO_WEEKS_DAYS = 14;
    private static final int FOUR_WEEKS_DAYS = 28;

    private ReleasedFigure() {}

    /** How many people a figure is about that people see at present; null if even that is suppressed. */
    public record Seen(String figureId, @Nullable Long people) {}

    /** What every figure says of itself: which one it is, whether people see it and since when. */
    public record Head(
            String figureId,
            String scopeKind,
            String scopeId,
            String periodKind,
            Instant startsAt,
            Instant endsAt,
            LocalDate periodStart,
            LocalDate periodEnd,
            String subject,
            String state,
            @Nullable String reason,
            Instant releasedAt) {}

    /**
     * The answers to one question.
     *
     * @param shareBound {@code at-least} or {@code at-most} where the exact share of few answers is not shown
     * @param comparable whether it may stand beside other authorities; null if it is suppressed
     */
    public record OfRatings(
            Head head,
            long @Nullable [] counts,
            @Nullable Long answers,
            @Nullable Long positive,
            @Nullable Double sharePositive,
            @Nullable String shareBound,
            @Nullable Double shareLow,
            @Nullable Double shareHigh,
            @Nullable Double mean,
            @Nullable Boolean comparable) {}

    /** The waits of visitors. */
    public record OfWaits(
            Head head,
            @Nullable Long visits,
            @Nullable Double medianMinutes,
            @Nullable Double p90Minutes,
            @Nullable Double share15,
            @Nullable Double share30) {}

    /** The lead times of visitors. */
    public record OfLeads(
            Head head,
            @Nullable Long visits,
            @Nullable Double medianDays,
            @Nullable Double p90Days,
            @Nullable Double shareUnder14,
            @Nullable Double shareUnder28) {}

    static OfRatings ofRatings(FigureKey key, long[] counts, ReleasePolicy policy, Instant now) {
        Visibility visibility = Visibility.of(counts, policy);
        Head head = head(key, visibility, now);
        Long people = visibility.people();
        if (visibility.state() != Visibility.State.SHOWN || people == null) {
            return new OfRatings(head, null, people, null, null, null, null, null, null, null);
        }
        AnswerDistribution answers = new AnswerDistribution(counts);
        boolean comparable = people >= policy.comparisonMinimum();
        ShareBound bound = ShareBound.of(answers, policy);
        if (bound != null) {
            Wilson.Interval interval = bound.interval(people);
            return new OfRatings(
                    head,
                    null,
                    people,
                    null,
                    bound.share(),
                    bound.label(),
                    interval.low(),
                    interval.high(),
                    null,
                    comparable);
        }
        Wilson.Interval interval = Wilson.interval(answers.positive(), people);
        return new OfRatings(
                head,
                counts,
                people,
                answers.positive(),
                (double) answers.positive() / people,
                null,
                interval.low(),
                interval.high(),
                answers.mean(),
                comparable);
    }

    static OfWaits ofWaits(FigureKey key, long[] histogram, ReleasePolicy policy, Instant now) {
        Visibility visibility = Visibility.of(histogram, policy);
        Head head = head(key, visibility, now);
        if (visibility.state() != Visibility.State.SHOWN) {
            return new OfWaits(head, visibility.people(), null, null, null, null);
        }
        WaitDistribution waits = new WaitDistribution(histogram);
        return new OfWaits(
                head,
                waits.visits(),
                waits.percentileMinutes(0.5),
                waits.percentileMinutes(0.9),
                waits.shareWithin(GOOD_WAIT_MINUTES),
                waits.shareWithin(FAIR_WAIT_MINUTES));
    }

    static OfLeads ofLeads(FigureKey key, long[] histogram, ReleasePolicy policy, Instant now) {
        Visibility visibility = Visibility.of(histogram, policy);
        Head head = head(key, visibility, now);
        if (visibility.state() != Visibility.State.SHOWN) {
            return new OfLeads(head, visibility.people(), null, null, null, null);
        }
        LeadDistribution leads = new LeadDistribution(histogram);
        return new OfLeads(
                head,
                leads.visits(),
                leads.percentileDays(0.5),
                leads.percentileDays(0.9),
                leads.shareUnder(TWO_WEEKS_DAYS),
                leads.shareUnder(FOUR_WEEKS_DAYS));
    }

    private static Head head(FigureKey key, Visibility visibility, Instant now) {
        return new Head(
                key.id(),
                key.scope().kind().label(),
                key.scope().id(),
                key.period().kind().label(),
                key.period().startsAt(),
                key.period().endsAt(),
                key.period().start(),
                key.period().end(),
                key.subject(),
                visibility.state() == Visibility.State.SHOWN ? "released" : "suppressed",
                visibility.reason(),
                now);
    }
}
