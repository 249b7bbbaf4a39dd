package de.visitenkarte.api.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Released figures, read from the views that Grafana reads too. */
public interface BoardDao {

    @SqlQuery("""
            SELECT authority_id AS id, name, kind, pilot_role, simulated
            FROM dash.authority
            ORDER BY name
            """)
    @RegisterConstructorMapper(AuthorityRow.class)
    List<AuthorityRow> listAuthorities();

    @SqlQuery("""
            SELECT authority_id AS id, name, kind, pilot_role, simulated
            FROM dash.authority
            WHERE authority_id = :id
            """)
    @RegisterConstructorMapper(AuthorityRow.class)
    Optional<AuthorityRow> findAuthority(@Bind("id") String id);

    /** Lists the periods of a kind for which an authority has any figure, from the given day on. */
    @SqlQuery("""
            SELECT scope_kind, scope_id, period_start, participation,
                   rating_state, rating_reason, answers, positive, share_positive, share_bound, share_low, share_high, mean,
                   count_1, count_2, count_3, count_4, count_5, rating_released_at, comparable,
                   wait_state, wait_reason, visits, median_minutes, p90_minutes, share_15, share_30, wait_released_at,
                   wait_corrected_on
            FROM dash.overview
            WHERE scope_kind = 'authority'
              AND scope_id = :id
              AND period_kind = :periodKind
              AND period_start >= :from
            ORDER BY period_start
            """)
    @RegisterConstructorMapper(OverviewRow.class)
    List<OverviewRow> listOverview(
            @Bind("id") String id, @Bind("periodKind") String periodKind, @Bind("from") LocalDate from);

    /** Lists authorities and groups in one period. */
    @SqlQuery("""
            SELECT scope_kind, scope_id, period_start, participation,
                   rating_state, rating_reason, answers, positive, share_positive, share_bound, share_low, share_high, mean,
                   count_1, count_2, count_3, count_4, count_5, rating_released_at, comparable,
                   wait_state, wait_reason, visits, median_minutes, p90_minutes, share_15, share_30, wait_released_at,
                   wait_corrected_on
            FROM dash.overview
            WHERE scope_kind IN ('authority', 'pilots', 'comparison')
              AND period_kind = :periodKind
              AND period_start = :start
            """)
    @RegisterConstructorMapper(OverviewRow.class)
    List<OverviewRow> listPeriod(@Bind("periodKind") String periodKind, @Bind("start") LocalDate start);

    /** Lists months and quarters for which there is any figure of an authority, the newest first. */
    @SqlQuery("""
            SELECT DISTINCT period_kind AS kind, period_start AS start, period_end AS "end"
            FROM dash.overview
            WHERE scope_kind = 'authority'
              AND period_kind IN ('month', 'quarter')
            ORDER BY period_start DESC, period_kind
            """)
    @RegisterConstructorMapper(PeriodRow.class)
    List<PeriodRow> listPeriods();

    /** Returns the waits of the latest hour that has begun since the given instant. */
    @SqlQuery("""
            SELECT "time" AS "from", time_end AS "to", state AS wait_state, reason AS wait_reason, visits,
                   median_minutes, p90_minutes, share_15, share_30, released_at AS wait_released_at,
                   corrected_on AS wait_corrected_on
            FROM dash.wait_figure
            WHERE scope_kind = 'authority'
              AND scope_id = :id
              AND period_kind = 'hour'
              AND appointment = 'all'
              AND "time" >= :since
            ORDER BY "time" DESC
            LIMIT 1
            """)
    @RegisterConstructorMapper(HourRow.class)
    Optional<HourRow> findLatestHour(@Bind("id") String id, @Bind("since") Instant since);

    /** Lists the waits with and without appointment in one period. */
    @SqlQuery("""
            SELECT appointment, state AS wait_state, reason AS wait_reason, visits, median_minutes, p90_minutes,
                   share_15, share_30, released_at AS wait_released_at, corrected_on AS wait_corrected_on
            FROM dash.wait_figure
            WHERE scope_kind = 'authority'
              AND scope_id = :id
              AND period_kind = :periodKind
              AND period_start = :start
              AND appointment <> 'all'
            """)
    @RegisterConstructorMapper(AppointmentRow.class)
    List<AppointmentRow> listAppointments(
            @Bind("id") String id, @Bind("periodKind") String periodKind, @Bind("start") LocalDate start);

    /** Returns the lead times in one period. */
    @SqlQuery("""
            SELECT state, reason, visits, median_days, p90_days, share_under_14, share_under_28
            FROM dash.lead_figure
            WHERE scope_kind = 'authority'
              AND scope_id = :id
              AND period_kind = :periodKind
              AND period_start = :start
            """)
    @RegisterConstructorMapper(LeadView.class)
    Optional<LeadView> findLead(
            @Bind("id") String id, @Bind("periodKind") String periodKind, @Bind("start") LocalDate start);

    /** Lists how the feeds of an authority's offices are. */
    @SqlQuery("""
            SELECT office_id, office_name, state, silent_since
            FROM dash.feed
            WHERE authority_id = :id
            ORDER BY office_name
            """)
    @RegisterConstructorMapper(FeedView.class)
    List<FeedView> listFeeds(@Bind("id") String id);

    /** An authority. */
    record AuthorityRow(String id, String name, String kind, String pilotRole, boolean simulated) {}

    /** A month or quarter. */
    record PeriodRow(String kind, LocalDate start, LocalDate end) {}

    /** One scope in one period. */
    record OverviewRow(
            String scopeKind,
            String scopeId,
            LocalDate periodStart,
            @Nullable Double participation,
            @Nested RatingRow rating,
            @Nested WaitRow waits) {}

    /** The answers to the overall question. */
    record RatingRow(
            String ratingState,
            @Nullable String ratingReason,
            @Nullable Long answers,
            @Nullable Long positive,
            @Nullable Double sharePositive,
            @Nullable String shareBound,
            @Nullable Double shareLow,
            @Nullable Double shareHigh,
            @Nullable Double mean,
            @Nullable Long count1,
            @Nullable Long count2,
            @Nullable Long count3,
            @Nullable Long count4,
            @Nullable Long count5,
            @Nullable Instant ratingReleasedAt,
            @Nullable Boolean comparable) {}

    /** The waits of all visitors. */
    record WaitRow(
            String waitState,
            @Nullable String waitReason,
            @Nullable Long visits,
            @Nullable Double medianMinutes,
            @Nullable Double p90Minutes,
            @Nullable Double share15,
            @Nullable Double share30,
            @Nullable Instant waitReleasedAt,
            @Nullable LocalDate waitCorrectedOn) {}

    /** The waits with or without appointment. */
    record AppointmentRow(String appointment, @Nested WaitRow waits) {}

    /** The waits of one hour. */
    record HourRow(Instant from, Instant to, @Nested WaitRow waits) {}
}
