package de.visitenkarte.api.staff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Accounts in PostgreSQL. */
public interface AccountDao {

    @SqlQuery("""
            SELECT a.account_id AS id,
                   a.login,
                   a.display_name,
                   a.role,
                   a.authority_id,
                   au.name AS authority_name,
                   a.one_time,
                   a.disabled_at
            FROM staff.account a
            LEFT JOIN registry.authority au USING (authority_id)
            ORDER BY a.role, au.name, a.display_name, a.account_id
            """)
    @RegisterConstructorMapper(Row.class)
    List<Row> list();

    @SqlQuery("""
            SELECT a.account_id AS id,
                   a.login,
                   a.display_name,
                   a.role,
                   a.authority_id,
                   au.name AS authority_name,
                   a.one_time,
                   a.disabled_at
            FROM staff.account a
            LEFT JOIN registry.authority au USING (authority_id)
            WHERE a.account_id = :id
            """)
    @RegisterConstructorMapper(Row.class)
    Optional<Row> find(String id);

    @SqlQuery("""
            SELECT account_id, login, authority_id, password_hash, one_time, disabled_at IS NOT NULL AS disabled
            FROM staff.account
            WHERE login = :login
            """)
    @RegisterConstructorMapper(Key.class)
    Optional<Key> findKey(String login);

    @SqlQuery("""
            SELECT account_id, login, authority_id, password_hash, one_time, disabled_at IS NOT NULL AS disabled
            FROM staff.account
            WHERE account_id = :id
              AND password_hash IS NOT NULL
            """)
    @RegisterConstructorMapper(Key.class)
    Optional<Key> findKeyById(String id);

    @SqlQuery("""
            SELECT authority_id AS id, name
            FROM registry.authority
            ORDER BY name, authority_id
            """)
    @RegisterConstructorMapper(Authority.class)
    List<Authority> listAuthorities();

    @SqlQuery("""
            SELECT EXISTS (SELECT FROM registry.authority WHERE authority_id = :id)
            """)
    boolean isAuthority(String id);

    @SqlUpdate("""
            INSERT INTO staff.account (
                account_id, login, password_hash, one_time, display_name, role, authority_id, created_at)
            VALUES (:id, :login, :passwordHash, true, :displayName, :role, :authorityId, :now)
            ON CONFLICT (login) DO NOTHING
            """)
    int insert(
            String id,
            String login,
            String passwordHash,
            String displayName,
            String role,
            @Nullable String authorityId,
            Instant now);

    @SqlUpdate("""
            UPDATE staff.account
            SET display_name = :displayName,
                role = :role,
                authority_id = :authorityId
            WHERE account_id = :id
            """)
    void update(String id, String displayName, String role, @Nullable String authorityId);

    @SqlUpdate("""
            UPDATE staff.account
            SET password_hash = :passwordHash,
                one_time = :oneTime
            WHERE account_id = :id
              AND login IS NOT NULL
            """)
    int setPassword(String id, String passwordHash, boolean oneTime);

    @SqlUpdate("""
            UPDATE staff.account
            SET disabled_at = :at
            WHERE account_id = :id
            """)
    void setDisabled(String id, @Nullable Instant at);

    /** An account as it stands in the table. */
    record Row(
            String id,
            @Nullable String login,
            String displayName,
            String role,
            @Nullable String authorityId,
            @Nullable String authorityName,
            boolean oneTime,
            @Nullable Instant disabledAt) {

        Account account() {
            return new Account(
                    id, login, displayName, Role.ofCode(role), authorityId, authorityName, oneTime, disabledAt);
        }
    }

    /** What signing in with a password needs. */
    record Key(
            String accountId,
            String login,
            @Nullable String authorityId,
            String passwordHash,
            boolean oneTime,
            boolean disabled) {}

    /** Whom a manager can lead. */
    record Authority(String id, String name) {}
}
