package de.visitenkarte.api.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.customizer.FetchSize;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Released figures, read from the views that the board reads too, a thousand rows at a time. */
public interface ExportDao {

    @SqlQuery("""
            SELECT f.scope_kind,
                   coalesce(a.name, '') AS authority,
                   coalesce(o.name, '') AS office,
                   coalesce(a.simulated, (SELECT bool_or(any_a.simulated) FROM dash.authority any_a), false) AS simulated,
                   f.period_kind,
                   f.period_start,
                   f.period_end,
                   f.state,
                   f.reason,
                   f.released_at,
                   f.question_id,
                   f.answers,
                   f.count_1,
                   f.count_2,
                   f.count_3,
                   f.count_4,
                   f.count_5,
                   f.positive,
                   f.share_positive,
                   f.share_bound,
                   f.share_low,
                   f.share_high,
                   f.mean
            FROM dash.rating_figure f
            LEFT JOIN dash.authority a ON a.authority_id = f.authority_id
            LEFT JOIN dash.office o ON f.scope_kind = 'office' AND o.office_id = f.scope_id
            WHERE (:authorityId::text IS NULL OR f.authority_id = :authorityId)
              AND (:questionId::text IS NULL OR f.question_id = :questionId)
              AND f.period_kind = :periods.label
              AND f.period_start <= :to
              AND f.period_end > :from
            ORDER BY a.name NULLS FIRST, f.scope_kind, o.name, f.scope_id, f.question_id, f.period_start
            """)
    @RegisterConstructorMapper(RatingRow.class)
    @FetchSize(1000)
    ResultIterable<RatingRow> listRatings(@BindMethods ExportQuery query);

    @SqlQuery("""
            SELECT f.scope_kind,
                   coalesce(a.name, '') AS authority,
                   coalesce(o.name, '') AS office,
                   coalesce(a.simulated, (SELECT bool_or(any_a.simulated) FROM dash.authority any_a), false) AS simulated,
                   f.period_kind,
                   f.period_start,
                   f.period_end,
                   f.state,
                   f.reason,
                   f.released_at,
                   f.appointment,
                   f.visits,
                   f.median_minutes,
                   f.p90_minutes,
                   f.share_15,
                   f.share_30,
                   f.corrected_on
            FROM dash.wait_figure f
            LEFT JOIN dash.authority a ON a.authority_id = f.authority_id
            LEFT JOIN dash.office o ON f.scope_kind = 'office' AND o.office_id = f.scope_id
            WHERE (:authorityId::text IS NULL OR f.authority_id = :authorityId)
              AND f.period_kind = :periods.label
              AND f.period_start <= :to
              AND f.period_end > :from
            ORDER BY a.name NULLS FIRST, f.scope_kind, o.name, f.scope_id, f.appointment, f.period_start
            """)
    @RegisterConstructorMapper(WaitRow.class)
    @FetchSize(1000)
    ResultIterable<WaitRow> listWaits(@BindMethods ExportQuery query);

    @SqlQuery("""
            SELECT f.scope_kind,
                   coalesce(a.name, '') AS authority,
                   coalesce(o.name, '') AS office,
                   coalesce(a.simulated, (SELECT bool_or(any_a.simulated) FROM dash.authority any_a), false) AS simulated,
                   f.period_kind,
                   f.period_start,
                   f.period_end,
                   f.state,
                   f.reason,
                   f.released_at,
                   f.visits,
                   f.median_days,
                   f.p90_days,
                   f.share_under_14,
                   f.share_under_28
            FROM dash.lead_figure f
            LEFT JOIN dash.authority a ON a.authority_id = f.authority_id
            LEFT JOIN dash.office o ON f.scope_kind = 'office' AND o.office_id = f.scope_id
            WHERE (:authorityId::text IS NULL OR f.authority_id = :authorityId)
              AND f.period_kind = :periods.label
              AND f.period_start <= :to
              AND f.period_end > :from
            ORDER BY a.name NULLS FIRST, f.scope_kind, o.name, f.scope_id, f.period_start
            """)
    @RegisterConstructorMapper(LeadRow.class)
    @FetchSize(1000)
    ResultIterable<LeadRow> listLeads(@BindMethods ExportQuery query);

    /** Lists the questions that there are figures of. Every figure is part of a quarter, which there are few of. */
    @SqlQuery("""
            SELECT DISTINCT question_id
            FROM dash.rating_figure
            WHERE period_kind = 'quarter'
              AND (:authorityId::text IS NULL OR authority_id = :authorityId)
            ORDER BY question_id
            """)
    List<String> listQuestions(@Nullable String authorityId);

    @SqlQuery("""
            SELECT authority_id AS id, name, simulated
            FROM dash.authority
            WHERE :authorityId::text IS NULL OR authority_id = :authorityId
            ORDER BY name, authority_id
            """)
    @RegisterConstructorMapper(Authority.class)
    List<Authority> listAuthorities(@Nullable String authorityId);

    /** An authority that can be exported. */
    record Authority(String id, String name, boolean simulated) {}

    /** What all figures have. */
    record Head(
            String scopeKind,
            String authority,
            String office,
            boolean simulated,
            String periodKind,
            LocalDate periodStart,
            LocalDate periodEnd,
            String state,
            @Nullable String reason,
            Instant releasedAt) {}

    /** Answers to a question. */
    record RatingRow(
            @Nested Head head,
            String questionId,
            @Nullable Long answers,
            @Nullable Long count1,
            @Nullable Long count2,
            @Nullable Long count3,
            @Nullable Long count4,
            @Nullable Long count5,
            @Nullable Long positive,
            @Nullable Double sharePositive,
            @Nullable String shareBound,
            @Nullable Double shareLow,
            @Nullable Double shareHigh,
            @Nullable Double mean) {}

    /** Waits. */
    record WaitRow(
            @Nested Head head,
            String appointment,
            @Nullable Long visits,
            @Nullable Double medianMinutes,
            @Nullable Double p90Minutes,
            @Nullable Double share15,
            @Nullable Double share30,
            @Nullable LocalDate correctedOn) {}

    /** Times from booking to appointment. */
    record LeadRow(
            @Nested Head head,
            @Nullable Long visits,
            @Nullable Double medianDays,
            @Nullable Double p90Days,
            @Nullable Double shareUnder14,
            @Nullable Double shareUnder28) {}
}
