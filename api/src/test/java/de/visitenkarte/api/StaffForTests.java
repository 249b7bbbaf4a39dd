package de.visitenkarte.api;

import de.visitenkarte.api.database.Database;
import de.visitenkarte.api.staff.Role;
import de.visitenkarte.api.staff.Secret;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Signs people in without a password, where signing in itself is not what is tested: straight in the database. */
final class StaffForTests {

    private final Jdbi jdbi;
    private final SecureRandom random = new SecureRandom();

    /** @param variables of a running api */
    StaffForTests(Map<String, String> variables) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(variables.get("VISITENKARTE_DATABASE_URL"));
        database.setUser(variables.get("VISITENKARTE_DATABASE_USER"));
        this.jdbi = Database.jdbi(database);
    }

    /** Returns the cookie of a new session of a new account. */
    String signIn(Role role, String authority) {
        String account = UUID.randomUUID().toString();
        Secret secret = Secret.random(random);
        @Nullable String led = role == Role.MANAGER ? authority : null;
        jdbi.useHandle(handle -> {
            handle.execute("""
                    INSERT INTO staff.account (
                        account_id, login, password_hash, display_name, role, authority_id, created_at)
                    VALUES (?, ?, 'none', ?, ?, ?, now())
                    """, account, account, "Test " + role.code(), role.code(), led);
            handle.execute(
                    "INSERT INTO staff.session (token_sha256, account_id, created_at, last_seen_at) VALUES (?, ?, ?, ?)",
                    secret.sha256(),
                    account,
                    Instant.now(),
                    Instant.now());
        });
        return secret.value();
    }

    /** Gives direct access to what is stored. */
    Jdbi jdbi() {
        return jdbi;
    }
}
