package de.visitenkarte.api.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.customizer.FetchSize;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The log in PostgreSQL. */
public interface AuditDao {

    /** Makes whoever else writes wait for the end of this transaction: an entry needs the hash of the one before. */
    @SqlQuery("""
            SELECT pg_advisory_xact_lock(hashtext('audit.entry')) IS NULL
            """)
    boolean lock();

    @SqlQuery("""
            SELECT number, hash
            FROM audit.entry
            ORDER BY number DESC
            LIMIT 1
            """)
    @RegisterConstructorMapper(Last.class)
    Optional<Last> findLast();

    @SqlUpdate("""
            INSERT INTO audit.entry (number, occurred_at, actor, action, authority_id, subject, details, hash)
            VALUES (:number, :occurredAt, :actor, :action, :authorityId, :subject, :details::jsonb, :hash)
            """)
    void insert(
            long number,
            Instant occurredAt,
            String actor,
            String action,
            @Nullable String authorityId,
            String subject,
            String details,
            byte[] hash);

    /** Lists all entries in their order; within a transaction they are read a thousand at a time. */
    @SqlQuery("""
            SELECT number, occurred_at, actor, action, authority_id, subject, details::text AS details, hash
            FROM audit.entry
            ORDER BY number
            """)
    @RegisterConstructorMapper(StoredEntry.class)
    @FetchSize(1000)
    ResultIterable<StoredEntry> listAll();

    /** Lists the newest entries that match, newest first. */
    @SqlQuery("""
            SELECT number, occurred_at, actor, action, authority_id, subject, details::text AS details, hash
            FROM audit.entry
            WHERE (:since::timestamptz IS NULL OR occurred_at >= :since)
              AND (:actor::text IS NULL OR actor = :actor)
              AND (:action::text IS NULL OR action = :action)
              AND (:authorityId::text IS NULL OR authority_id = :authorityId)
            ORDER BY number DESC
            LIMIT :limit
            """)
    @RegisterConstructorMapper(StoredEntry.class)
    List<StoredEntry> listNewest(@BindMethods AuditFilter filter, int limit);

    /** The newest entry. */
    record Last(long number, byte[] hash) {}
}
