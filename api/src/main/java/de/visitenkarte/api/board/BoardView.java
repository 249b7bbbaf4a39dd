package de.visitenkarte.api.board;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the board gets to show. */
final class BoardView {

    private BoardView() {}

    /** An authority. */
    record AuthorityView(String id, String name, String kind, String pilotRole) {
        static AuthorityView of(BoardDao.AuthorityRow row) {
            return new AuthorityView(row.id(), row.name(), row.kind(), row.pilotRole());
        }
    }

    /** All authorities, by name. */
    record Authorities(boolean simulated, List<AuthorityView> authorities) {}

    /** A period of the fixed grid. */
    record PeriodView(String kind, LocalDate start, LocalDate end) {
        static PeriodView of(BoardDao.PeriodRow row) {
            return new PeriodView(row.kind(), row.start(), row.end());
        }
    }

    /** The waits of one hour. */
    record HourView(Instant from, Instant to, @JsonUnwrapped WaitView waits) {}

    /** The figures of one day. */
    record DayView(
            LocalDate date,
            RatingView rating,
            @JsonProperty("wait") WaitView waits,
            @Nullable Double participation) {}

    /** The figures of today. */
    record TodayView(
            LocalDate date,
            RatingView rating,
            @JsonProperty("wait") WaitView waits,
            @Nullable Double participation,
            @Nullable HourView currentHour) {}

    /** The distribution of answers over a period. */
    record DistributionView(LocalDate periodStart, LocalDate periodEnd, RatingView rating) {}

    /** Waits with and without appointment over a period, and how long an appointment takes to come. */
    record AppointmentsView(
            LocalDate periodStart, LocalDate periodEnd, WaitView with, WaitView without, LeadView lead) {}

    /**
     * The numbers behind "too few", for the page to explain.
     *
     * @param blockSize figures move by at least so many people
     * @param minimumForShares fewer are not shown
     * @param minimumForExtremes of fewer, nothing above 90 % and below 10 % is shown
     * @param minimumForComparison fewer are not compared
     */
    record PolicyView(int blockSize, int minimumForShares, int minimumForExtremes, int minimumForComparison) {}

    /** One authority. */
    record AuthorityBoard(
            boolean simulated,
            Instant asOf,
            PolicyView policy,
            AuthorityView authority,
            TodayView today,
            List<DayView> trend,
            DistributionView distribution,
            AppointmentsView appointments,
            List<FeedView> feeds) {}

    /** One authority beside others. */
    record ComparedAuthority(
            String id,
            String name,
            String kind,
            String pilotRole,
            RatingView rating,
            @JsonProperty("wait") WaitView waits,
            @Nullable Double participation) {}

    /** A group of authorities taken together. */
    record GroupView(
            RatingView rating,
            @JsonProperty("wait") WaitView waits,
            @Nullable Double participation) {}

    /** Authorities side by side, by name: there is no ranking. */
    record ComparisonBoard(
            boolean simulated,
            Instant asOf,
            PolicyView policy,
            PeriodView period,
            List<PeriodView> periods,
            List<ComparedAuthority> authorities,
            @Nullable GroupView pilots,
            @Nullable GroupView comparison) {}
}
