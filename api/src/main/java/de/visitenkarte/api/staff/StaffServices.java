package de.visitenkarte.api.staff;

import de.visitenkarte.api.audit.AuditLog;
import java.security.SecureRandom;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** The parts of this package, put together. */
public record StaffServices(Sessions sessions, SignIn signIn, OwnPassword ownPassword, Accounts accounts) {

    /** Returns the parts on one database. */
    public static StaffServices on(Jdbi jdbi, StaffSettings settings, Clock clock) {
        SecureRandom random = new SecureRandom();
        AuditLog audit = new AuditLog(jdbi, clock);
        Passwords passwords = new Passwords(random);
        SignInThrottle throttle = new SignInThrottle(clock);
        Sessions sessions = new Sessions(jdbi, settings, clock, random);
        return new StaffServices(
                sessions,
                new SignIn(jdbi, sessions, passwords, audit, throttle),
                new OwnPassword(jdbi, sessions, passwords, audit, throttle),
                new Accounts(jdbi, passwords, audit, clock));
    }
}
