package de.visitenkarte.api.grafana;

import java.util.List;
import org.postgresql.util.PasswordUtil;

/** The statements that bring one login about, whatever it was before: also what its own user has changed about it. */
final class LoginScript {

    private LoginScript() {}

    /** Returns the statements for a login that may be used; the password itself is not in them. */
    static List<String> open(String login, String password) {
        String role = '"' + login + '"';
        return List.of(
                create(login),
                "ALTER ROLE " + role + " LOGIN CONNECTION LIMIT 5 PASSWORD '" + scram(password) + "'",
                // Neither can it become its group, nor does it see more than its group.
                "GRANT dash_reader TO " + role + " WITH INHERIT TRUE, SET FALSE",
                "ALTER ROLE " + role + " RESET ALL",
                "DO $$ BEGIN EXECUTE format('ALTER ROLE " + role
                        + " IN DATABASE %I RESET ALL', current_database()); END $$",
                "ALTER ROLE " + role + " SET search_path = dash",
                "ALTER ROLE " + role + " SET default_transaction_read_only = on",
                "ALTER ROLE " + role + " SET statement_timeout = '5s'",
                "ALTER ROLE " + role + " SET lock_timeout = '1s'",
                "ALTER ROLE " + role + " SET idle_in_transaction_session_timeout = '10s'");
    }

    /** Returns the statements for a login that may not be used any more. */
    static List<String> lock(String login) {
        return List.of(create(login), "ALTER ROLE \"" + login + "\" NOLOGIN PASSWORD NULL");
    }

    private static String create(String login) {
        return "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '" + login + "') THEN CREATE ROLE \""
                + login + "\"; END IF; END $$";
    }

    /** What the server would make of the password, so that it stands in no log of statements. */
    private static String scram(String password) {
        return PasswordUtil.encodeScramSha256(password.toCharArray());
    }
}
