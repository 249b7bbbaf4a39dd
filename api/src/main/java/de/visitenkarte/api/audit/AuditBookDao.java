package de.visitenkarte.api.audit;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** The log with the names that people know what it is about by. */
public interface AuditBookDao {

    /** Lists the newest entries that match and are older than a number, newest first. */
    @SqlQuery("""
            SELECT e.number,
                   e.occurred_at,
                   e.actor,
                   actor.display_name AS actor_name,
                   e.action,
                   authority.name AS authority_name,
                   e.subject,
                   coalesce(account.display_name, tablet.name, measure.title) AS subject_name,
                   e.details::text AS details
            FROM audit.entry e
            LEFT JOIN staff.account actor ON actor.account_id = e.actor
            LEFT JOIN registry.authority authority ON authority.authority_id = e.authority_id
            LEFT JOIN staff.account account ON account.account_id = e.subject
            LEFT JOIN registry.device tablet ON tablet.device_id = e.subject
            LEFT JOIN measure.measure measure ON measure.measure_id = e.subject
            WHERE e.number < :before
              AND (:since::timestamptz IS NULL OR e.occurred_at >= :since)
              AND (:action::text IS NULL OR e.action = :action)
              AND (:authorityId::text IS NULL OR e.authority_id = :authorityId)
              AND (:actor::text IS NULL
                   OR e.actor = :actor
                   OR strpos(lower(actor.display_name), lower(:actor)) > 0
                   OR strpos(lower(actor.login), lower(:actor)) > 0)
            ORDER BY e.number DESC
            LIMIT :limit
            """)
    @RegisterConstructorMapper(Row.class)
    List<Row> list(@BindMethods AuditFilter filter, long before, int limit);

    /** An entry with names; null where there is none to know. */
    record Row(
            long number,
            Instant occurredAt,
            String actor,
            @Nullable String actorName,
            String action,
            @Nullable String authorityName,
            String subject,
            @Nullable String subjectName,
            String details) {}
}
