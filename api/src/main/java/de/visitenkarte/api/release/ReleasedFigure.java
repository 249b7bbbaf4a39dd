package de.visitenkarte.api.release;

import de.visitenkarte.api.release.ReleaseGate.Suppress;
import de.visitenkarte.api.statistics.AnswerDistribution;
import de.visitenkarte.api.statistics.LeadDistribution;
import de.visitenkarte.api.statistics.WaitDistribution;
import de.visitenkarte.api.statistics.Wilson;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Released figures as they are written to the database: numbers are null where a figure is suppressed. */
public final class ReleasedFigure {

    private static final int GOOD_WAIT_MINUTES = 15;
    private static final int FAIR_WAIT_MINUTES = 30;
    private static final int TWO_WEEKS_DAYS = 14;
    private static final int FOUR_WEEKS_DAYS = 28;

    private ReleasedFigure() {}

    /** What people see of a figure at present; people is null if it is suppressed. */
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

    /** The answers to one question. */
    public record OfRatings(
            Head head,
            long @Nullable [] counts,
            @Nullable Long answers,
            @Nullable Long positive,
            @Nullable Double sharePositive,
            @Nullable Double shareLow,
            @Nullable Double shareHigh,
            @Nullable Double mean) {}

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

    static OfRatings ofRatings(FigureKey key, ReleaseGate.Decision decision, long[] counts, Instant now) {
        AnswerDistribution answers = new AnswerDistribution(counts);
        boolean shown = decision instanceof ReleaseGate.Show;
        Wilson.@Nullable Interval interval = shown ? Wilson.interval(answers.positive(), answers.answers()) : null;
        return new OfRatings(
                head(key, decision, now),
                shown ? counts : null,
                shown ? answers.answers() : null,
                shown ? answers.positive() : null,
                shown ? (double) answers.positive() / answers.answers() : null,
                interval == null ? null : interval.low(),
                interval == null ? null : interval.high(),
                shown ? answers.mean() : null);
    }

    static OfWaits ofWaits(FigureKey key, ReleaseGate.Decision decision, long[] histogram, Instant now) {
        WaitDistribution waits = new WaitDistribution(histogram);
        boolean shown = decision instanceof ReleaseGate.Show;
        return new OfWaits(
                head(key, decision, now),
                shown ? waits.visits() : null,
                shown ? waits.percentileMinutes(0.5) : null,
                shown ? waits.percentileMinutes(0.9) : null,
                shown ? waits.shareWithin(GOOD_WAIT_MINUTES) : null,
                shown ? waits.shareWithin(FAIR_WAIT_MINUTES) : null);
    }

    static OfLeads ofLeads(FigureKey key, ReleaseGate.Decision decision, long[] histogram, Instant now) {
        LeadDistribution leads = new LeadDistribution(histogram);
        boolean shown = decision instanceof ReleaseGate.Show;
        return new OfLeads(
                head(key, decision, now),
                shown ? leads.visits() : null,
                shown ? leads.percentileDays(0.5) : null,
                shown ? leads.percentileDays(0.9) : null,
                shown ? leads.shareUnder(TWO_WEEKS_DAYS) : null,
                shown ? leads.shareUnder(FOUR_WEEKS_DAYS) : null);
    }

    private static Head head(FigureKey key, ReleaseGate.Decision decision, Instant now) {
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
                decision instanceof ReleaseGate.Show ? "released" : "suppressed",
                decision instanceof Suppress suppressed ? suppressed.reason().label() : null,
                now);
    }
}
