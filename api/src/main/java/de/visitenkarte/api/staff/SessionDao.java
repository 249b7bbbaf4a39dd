package de.visitenkarte.api.staff;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Sessions in PostgreSQL. */
public interface SessionDao {

    @SqlUpdate("""
            INSERT INTO staff.session (token_sha256, account_id, created_at, last_seen_at, provider_session)
            VALUES (:hash, :accountId, :now, :now, :providerSession)
            """)
    void insert(byte[] hash, String accountId, Instant now, @Nullable String providerSession);

    /** Finds a session that has not ended, of an account that is not disabled. */
    @SqlQuery("""
            SELECT a.account_id,
                   a.display_name,
                   a.role,
                   a.authority_id,
                   au.name AS authority_name,
                   a.one_time,
                   a.issuer IS NOT NULL AS external,
                   s.last_seen_at
            FROM staff.session s
            JOIN staff.account a USING (account_id)
            LEFT JOIN registry.authority au USING (authority_id)
            WHERE s.token_sha256 = :hash
              AND s.last_seen_at > :seenAfter
              AND s.created_at > :createdAfter
              AND a.disabled_at IS NULL
            """)
    @RegisterConstructorMapper(Row.class)
    Optional<Row> find(byte[] hash, Instant seenAfter, Instant createdAfter);

    @SqlUpdate("""
            UPDATE staff.session
            SET last_seen_at = :now
            WHERE token_sha256 = :hash
            """)
    void touch(byte[] hash, Instant now);

    @SqlUpdate("""
            DELETE FROM staff.session
            WHERE token_sha256 = :hash
            """)
    int delete(byte[] hash);

    @SqlUpdate("""
            DELETE FROM staff.session
            WHERE account_id = :accountId
            """)
    void deleteOf(String accountId);

    @SqlUpdate("""
            DELETE FROM staff.session
            WHERE last_seen_at <= :seenBefore
               OR created_at <= :createdBefore
            """)
    void deleteEnded(Instant seenBefore, Instant createdBefore);

    /** A session and whose it is. */
    record Row(
            String accountId,
            String displayName,
            String role,
            @Nullable String authorityId,
            @Nullable String authorityName,
            boolean oneTime,
            boolean external,
            Instant lastSeenAt) {

        Session session(Secret secret) {
            Staff staff = new Staff(accountId, displayName, Role.ofCode(role), authorityId);
            return new Session(secret, staff, authorityName, oneTime, external);
        }
    }
}
