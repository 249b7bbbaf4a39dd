package de.visitenkarte.api.staff;

import de.visitenkarte.api.audit.AuditAction;
import de.visitenkarte.api.audit.AuditEvent;
import de.visitenkarte.api.audit.AuditLog;
import de.visitenkarte.api.staff.AccountFault.Refused;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** One's own password. With a new one all of one's sessions end, and a new one begins. */
public final class OwnPassword {

    private final Jdbi jdbi;
    private final Sessions sessions;
    private final Passwords passwords;
    private final AuditLog audit;
    private final SignInThrottle throttle;

    OwnPassword(Jdbi jdbi, Sessions sessions, Passwords passwords, AuditLog audit, SignInThrottle throttle) {
        this.jdbi = jdbi;
        this.sessions = sessions;
        this.passwords = passwords;
        this.audit = audit;
        this.throttle = throttle;
    }

    /**
     * Replaces a one-time password, by which this session was signed in.
     *
     * @return the new session
     * @throws Refused if the password is not acceptable, or was replaced already
     */
    public Secret replaceOneTime(Staff staff, String wanted) {
        AccountDao.Key key = key(staff);
        if (!key.oneTime()) {
            throw new Refused(AccountFault.PASSWORD_WRONG);
        }
        return replace(staff, key, wanted);
    }

    /**
     * Replaces the password.
     *
     * @return the new session
     * @throws Refused if the present password is another one, or the wanted one is not acceptable
     */
    public Secret change(Staff staff, String present, String wanted) {
        AccountDao.Key key = key(staff);
        if (throttle.take(key.login()).isPresent()) {
            throw new Refused(AccountFault.TOO_MANY_TRIES);
        }
        if (!passwords.matches(present, key.passwordHash())) {
            throw new Refused(AccountFault.PASSWORD_WRONG);
        }
        throttle.succeeded(key.login());
        return replace(staff, key, wanted);
    }

    private AccountDao.Key key(Staff staff) {
        return jdbi.onDemand(AccountDao.class)
                .findKeyById(staff.accountId())
                .orElseThrow(() -> new Refused(AccountFault.NOT_LOCAL));
    }

    private Secret replace(Staff staff, AccountDao.Key key, String wanted) {
        PasswordRule.fault(wanted, key.login()).ifPresent(fault -> {
            throw new Refused(fault);
        });
        if (passwords.matches(wanted, key.passwordHash())) {
            throw new Refused(AccountFault.PASSWORD_SAME);
        }
        String id = staff.accountId();
        String hash = passwords.hash(wanted);
        return jdbi.inTransaction(handle -> {
            handle.attach(AccountDao.class).setPassword(id, hash, false);
            handle.attach(SessionDao.class).deleteOf(id);
            Secret secret = sessions.begin(handle, id, null);
            audit.append(handle, new AuditEvent(id, AuditAction.PASSWORD_CHANGED, staff.authorityId(), id, Map.of()));
            return secret;
        });
    }
}
