package de.visitenkarte.api.release;

import de.visitenkarte.api.gate.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Sums of blocks, and the figures that people see of them. */
public interface ReleaseDao {

    /** Takes the right to release until the transaction ends; false if another instance has it. */
    @SqlQuery("SELECT pg_try_advisory_xact_lock(hashtext('release'))")
    boolean tryLock();

    /** The same, but waits until the other instance is done. */
    @SqlQuery("SELECT pg_advisory_xact_lock(hashtext('release'))::text")
    String lock();

    /**
     * Lists changed days after the given one; days of offices that are not in the registry wait until they are, and days that
     * are not kept as a whole any more are left out.
     */
    @SqlQuery("""
            SELECT o.office_id, c.day, c.version, o.authority_id, a.pilot_role, o.time_zone
            FROM release.changed_day c
            JOIN registry.office o USING (office_id)
            JOIN registry.authority a USING (authority_id)
            WHERE (c.office_id, c.day) > (:officeId, :day)
              AND c.day::timestamp AT TIME ZONE o.time_zone >= (SELECT cells_from FROM retention.horizon)
            ORDER BY c.office_id, c.day
            LIMIT :limit
            """)
    @RegisterConstructorMapper(ChangedDay.class)
    List<ChangedDay> listChangedDays(
            @Bind("officeId") String officeId, @Bind("day") LocalDate day, @Bind("limit") int limit);

    /** Forgets days that have been rolled up, unless they changed again meanwhile. */
    @SqlBatch("""
            DELETE FROM release.changed_day
            WHERE office_id = :officeId
              AND day = :day
              AND version = :version
            """)
    void deleteChangedDays(@BindMethods Collection<ChangedDay> days);

    @SqlQuery("SELECT figure_id, numbers FROM release.total WHERE figure_id = ANY(:ids)")
    @KeyColumn("figure_id")
    @ValueColumn("numbers")
    Map<String, long[]> mapTotals(@Bind("ids") String[] ids);

    /** Writes sums; both arrays have the same length, and the numbers are as PostgreSQL writes an array. */
    @SqlUpdate("""
            INSERT INTO release.total (figure_id, numbers)
            SELECT figure_id, numbers::bigint[]
            FROM unnest(:ids, :numbers) AS t (figure_id, numbers)
            ON CONFLICT (figure_id) DO UPDATE
            SET numbers = excluded.numbers
            """)
    void upsertTotals(@Bind("ids") String[] ids, @Bind("numbers") String[] numbers);

    /** Lists which of these figures people see at present; suppressed ones with null. */
    @SqlQuery("""
            SELECT figure_id, answers AS people
            FROM release.rating_figure
            WHERE figure_id = ANY(:ids)
              AND superseded_at IS NULL
            UNION ALL
            SELECT figure_id, visits
            FROM release.wait_figure
            WHERE figure_id = ANY(:ids)
              AND superseded_at IS NULL
            UNION ALL
            SELECT figure_id, visits
            FROM release.lead_figure
            WHERE figure_id = ANY(:ids)
              AND superseded_at IS NULL
            """)
    @RegisterConstructorMapper(ReleasedFigure.Seen.class)
    List<ReleasedFigure.Seen> listSeen(@Bind("ids") String[] ids);

    @SqlUpdate("""
            UPDATE release.rating_figure
            SET superseded_at = :now
            WHERE figure_id = ANY(:ids)
              AND superseded_at IS NULL
            """)
    void supersedeRatings(@Bind("ids") String[] ids, @Bind("now") Instant now);

    @SqlUpdate("""
            UPDATE release.wait_figure
            SET superseded_at = :now
            WHERE figure_id = ANY(:ids)
              AND superseded_at IS NULL
            """)
    void supersedeWaits(@Bind("ids") String[] ids, @Bind("now") Instant now);

    @SqlUpdate("""
            UPDATE release.lead_figure
            SET superseded_at = :now
            WHERE figure_id = ANY(:ids)
              AND superseded_at IS NULL
            """)
    void supersedeLeads(@Bind("ids") String[] ids, @Bind("now") Instant now);

    @SqlBatch("""
            INSERT INTO release.rating_figure (figure_id, scope_kind, scope_id, period_kind, starts_at, ends_at,
                period_start, period_end, subject, state, reason, released_at,
                counts, answers, positive, share_positive, share_bound, share_low, share_high, mean,
                comparable)
            VALUES (:head.figureId, :head.scopeKind, :head.scopeId, :head.periodKind, :head.startsAt, :head.endsAt,
                :head.periodStart, :head.periodEnd, :head.subject, :head.state, :head.reason, :head.releasedAt,
                :counts, :answers, :positive, :sharePositive, :shareBound, :shareLow, :shareHigh, :mean,
                :comparable)
            """)
    void insertRatings(@BindMethods Collection<ReleasedFigure.OfRatings> figures);

    @SqlBatch("""
            INSERT INTO release.wait_figure (figure_id, scope_kind, scope_id, period_kind, starts_at, ends_at,
                period_start, period_end, subject, state, reason, released_at,
                visits, median_minutes, p90_minutes, share_15, share_30)
            VALUES (:head.figureId, :head.scopeKind, :head.scopeId, :head.periodKind, :head.startsAt, :head.endsAt,
                :head.periodStart, :head.periodEnd, :head.subject, :head.state, :head.reason, :head.releasedAt,
                :visits, :medianMinutes, :p90Minutes, :share15, :share30)
            """)
    void insertWaits(@BindMethods Collection<ReleasedFigure.OfWaits> figures);

    @SqlBatch("""
            INSERT INTO release.lead_figure (figure_id, scope_kind, scope_id, period_kind, starts_at, ends_at,
                period_start, period_end, subject, state, reason, released_at,
                visits, median_days, p90_days, share_under_14, share_under_28)
            VALUES (:head.figureId, :head.scopeKind, :head.scopeId, :head.periodKind, :head.startsAt, :head.endsAt,
                :head.periodStart, :head.periodEnd, :head.subject, :head.state, :head.reason, :head.releasedAt,
                :visits, :medianDays, :p90Days, :shareUnder14, :shareUnder28)
            """)
    void insertLeads(@BindMethods Collection<ReleasedFigure.OfLeads> figures);

    /** Returns whether all sums have been forgotten and are to be built anew. */
    @SqlQuery("SELECT NOT EXISTS (SELECT FROM release.total)")
    boolean hasNoTotals();

    /** Lists figures that people see although nothing in the cells belongs to them any more. */
    @SqlQuery("""
            SELECT 'RATING' AS measure, scope_kind, scope_id, period_kind, period_start, period_end, starts_at, ends_at,
                   subject
            FROM release.rating_figure f
            WHERE superseded_at IS NULL
              AND state = 'released'
              AND NOT EXISTS (SELECT FROM release.total t WHERE t.figure_id = f.figure_id)
            UNION ALL
            SELECT 'WAIT', scope_kind, scope_id, period_kind, period_start, period_end, starts_at, ends_at, subject
            FROM release.wait_figure f
            WHERE superseded_at IS NULL
              AND state = 'released'
              AND NOT EXISTS (SELECT FROM release.total t WHERE t.figure_id = f.figure_id)
            UNION ALL
            SELECT 'LEAD', scope_kind, scope_id, period_kind, period_start, period_end, starts_at, ends_at, subject
            FROM release.lead_figure f
            WHERE superseded_at IS NULL
              AND state = 'released'
              AND NOT EXISTS (SELECT FROM release.total t WHERE t.figure_id = f.figure_id)
            """)
    @RegisterConstructorMapper(AbandonedFigure.class)
    List<AbandonedFigure> listAbandoned();

    /** Forgets all sums, so that they are built anew from the cells; what people see stays. */
    @SqlUpdate("TRUNCATE release.total")
    void truncateTotals();

    @SqlUpdate("""
            INSERT INTO release.changed_day (office_id, day)
            SELECT DISTINCT c.office_id, (c.bucket_start AT TIME ZONE o.time_zone)::date
            FROM (SELECT office_id, bucket_start FROM cell.rating_cell
                  UNION ALL
                  SELECT office_id, bucket_start FROM cell.wait_cell) c
            JOIN registry.office o USING (office_id)
            ORDER BY 1, 2
            ON CONFLICT (office_id, day) DO UPDATE
            SET version = changed_day.version + 1
            """)
    void markAllDaysChanged();

    /** A figure that nothing belongs to any more, by its names in the database. */
    record AbandonedFigure(
            FigureKey.Kind measure,
            String scopeKind,
            String scopeId,
            String periodKind,
            LocalDate periodStart,
            LocalDate periodEnd,
            Instant startsAt,
            Instant endsAt,
            String subject) {

        FigureKey key() {
            return new FigureKey(
                    measure,
                    new Scope(Scope.Kind.valueOf(scopeKind.toUpperCase(Locale.ROOT)), scopeId),
                    new Period(
                            Period.Kind.valueOf(periodKind.toUpperCase(Locale.ROOT)),
                            periodStart,
                            periodEnd,
                            startsAt,
                            endsAt),
                    subject);
        }
    }
}
