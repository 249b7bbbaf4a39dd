package de.visitenkarte.api.staff;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** What signing in over an identity provider needs in PostgreSQL. */
public interface ProviderDao {

    @SqlUpdate("""
            INSERT INTO staff.departure (secret_sha256, next, created_at)
            VALUES (:hash, :next, :now)
            """)
    void depart(byte[] hash, String next, Instant now);

    /** Finds where to go on, once. */
    @SqlQuery("""
            DELETE FROM staff.departure
            WHERE secret_sha256 = :hash
              AND created_at > :after
            RETURNING next
            """)
    Optional<String> arrive(byte[] hash, Instant after);

    @SqlUpdate("""
            DELETE FROM staff.departure
            WHERE created_at <= :before
            """)
    void forget(Instant before);

    @SqlQuery("""
            SELECT account_id, role, authority_id, disabled_at IS NOT NULL AS disabled
            FROM staff.account
            WHERE issuer = :issuer
              AND subject = :subject
            FOR UPDATE
            """)
    @RegisterConstructorMapper(Known.class)
    Optional<Known> find(String issuer, String subject);

    @SqlUpdate("""
            INSERT INTO staff.account (account_id, issuer, subject, display_name, role, authority_id, created_at)
            VALUES (:id, :issuer, :subject, :displayName, :role, :authorityId, :now)
            """)
    void insert(
            String id,
            String issuer,
            String subject,
            String displayName,
            String role,
            @Nullable String authorityId,
            Instant now);

    @SqlUpdate("""
            DELETE FROM staff.session s
            USING staff.account a
            WHERE a.account_id = s.account_id
              AND a.issuer = :issuer
              AND (a.subject = :subject OR :subject IS NULL)
              AND (s.provider_session = :session OR :session IS NULL)
            """)
    int end(String issuer, @Nullable String subject, @Nullable String session);

    /** An account that has signed in before. */
    record Known(String accountId, String role, @Nullable String authorityId, boolean disabled) {}
}
