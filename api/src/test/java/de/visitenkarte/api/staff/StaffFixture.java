package de.visitenkarte.api.staff;

import static de.visitenkarte.api.examples.RegistryBuilder.anAuthority;

import de.visitenkarte.api.PostgresForTests;
import de.visitenkarte.api.database.Database;
import de.visitenkarte.api.examples.SteppingClock;
import de.visitenkarte.api.oidc.OidcSettings;
import de.visitenkarte.api.staff.Accounts.OneTimePassword;
import de.visitenkarte.api.staff.SignIn.Outcome;
import io.dropwizard.util.Duration;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** A database with two authorities, and everything that signs in. */
final class StaffFixture {

    static final String BOSS = "boss";
    private static final java.time.Duration ONE_DAY = java.time.Duration.ofDays(1);
    static final String OWN = "ein Haus am See im Regen";

    final SteppingClock clock = SteppingClock.atNow();
    final Jdbi jdbi = Database.jdbi(PostgresForTests.newMigratedDatabase());
    final StaffServices staff;
    private int seen;

    StaffFixture() {
        this(noProvider());
    }

    StaffFixture(OidcSettings oidc) {
        StaffSettings settings =
                new StaffSettings(Duration.minutes(30), Duration.hours(10), "https://visitenkarte.example");
        SecureRandom random = new SecureRandom();
        staff = StaffServices.on(jdbi, settings, oidc, clock, random, Passwords.cheap(random));
        anAuthority("musterstadt").with("musterstadt-mitte").insert(jdbi);
        anAuthority("beispielheim").with("beispielheim-mitte").insert(jdbi);
    }

    private static OidcSettings noProvider() {
        return new OidcSettings("", "", "", "", "", "", "", "", "", true);
    }

    OneTimePassword create(String login, Role role) {
        String authority = role == Role.MANAGER ? "musterstadt" : null;
        return staff.accounts().create(BOSS, new Accounts.Wish(login, "Name of " + login, role, authority));
    }

    /** Returns the session of somebody who has signed in with a password of their own. */
    Session signIn(String login, Role role) {
        OneTimePassword created = create(login, role);
        Session first = session(enter(login, created.password()));
        return get(staff.ownPassword().replaceOneTime(first.staff(), OWN));
    }

    Outcome enter(String login, String password) {
        return staff.signIn().withPassword(login, password);
    }

    Session session(Outcome outcome) {
        if (outcome instanceof Outcome.SignedIn in) {
            return get(in.secret());
        }
        throw new AssertionError(outcome);
    }

    private Session get(Secret secret) {
        return staff.sessions().find(secret).orElseThrow();
    }

    boolean isOver(Session session) {
        return staff.sessions().find(session.secret()).isEmpty();
    }

    /** Lets time pass and forgets what was audited, and everybody, so that one test does not see another's. */
    void turnThePage() {
        clock.pass(ONE_DAY);
        jdbi.useHandle(handle -> {
            handle.execute("DELETE FROM staff.session");
            handle.execute("DELETE FROM staff.account");
        });
        seen = audited(0).size();
    }

    /** Returns actor, action, subject and details of what was audited in this test, in order. */
    List<Map<String, Object>> audit() {
        return audited(seen);
    }

    private List<Map<String, Object>> audited(int after) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        SELECT actor, action, subject, details::text
                        FROM audit.entry
                        WHERE number > :after
                        ORDER BY number
                        """).bind("after", after).mapToMap().list());
    }

    List<String> auditedActions() {
        return audit().stream()
                .map(entry -> String.valueOf(entry.get("action")))
                .toList();
    }
}
