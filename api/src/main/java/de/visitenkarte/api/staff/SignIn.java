package de.visitenkarte.api.staff;

import de.visitenkarte.api.audit.AuditAction;
import de.visitenkarte.api.audit.AuditEvent;
import de.visitenkarte.api.audit.AuditLog;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Signs in with a password, and out. */
public final class SignIn {

    /** The actor and subject of a refusal, if there is no account. */
    static final String UNKNOWN = "unknown";

    private final Jdbi jdbi;
    private final Sessions sessions;
    private final Passwords passwords;
    private final AuditLog audit;
    private final SignInThrottle throttle;

    SignIn(Jdbi jdbi, Sessions sessions, Passwords passwords, AuditLog audit, SignInThrottle throttle) {
        this.jdbi = jdbi;
        this.sessions = sessions;
        this.passwords = passwords;
        this.audit = audit;
        this.throttle = throttle;
    }

    /** What became of a try. */
    public sealed interface Outcome {

        /** It was the right password. */
        record SignedIn(Secret secret, boolean oneTime) implements Outcome {}

        /** Login or password is wrong, or the account is disabled; which of these is not told. */
        record Refused() implements Outcome {}

        /** Nothing was looked at: there were too many failures. */
        record Later(Duration pause) implements Outcome {}
    }

    /** Signs in, in a session of its own. */
    public Outcome withPassword(String typedLogin, String password) {
        String login = typedLogin.strip().toLowerCase(Locale.ROOT);
        Optional<Duration> wait = throttle.take(login);
        if (wait.isPresent()) {
            return new Outcome.Later(wait.get());
        }
        AccountDao.@Nullable Key key =
                jdbi.onDemand(AccountDao.class).findKey(login).orElse(null);
        boolean matches = passwords.matches(password, key == null ? null : key.passwordHash());
        if (key == null || !matches || key.disabled()) {
            audit.append(refusal(key));
            return new Outcome.Refused();
        }
        throttle.succeeded(login);
        return new Outcome.SignedIn(begin(key.accountId(), key.authorityId(), "password", null), key.oneTime());
    }

    /** What was typed is not written down: now and then it is a password. */
    private static AuditEvent refusal(AccountDao.@Nullable Key key) {
        String account = key == null ? UNKNOWN : key.accountId();
        return new AuditEvent(
                account,
                AuditAction.SIGN_IN_REFUSED,
                key == null ? null : key.authorityId(),
                account,
                key != null && key.disabled() ? Map.of("reason", "disabled") : Map.of());
    }

    /**
     * Begins a session of somebody who has proved who they are.
     *
     * @param by how
     * @param providerSession what the identity provider calls its own session
     */
    Secret begin(String accountId, @Nullable String authorityId, String by, @Nullable String providerSession) {
        return jdbi.inTransaction(handle -> {
            Secret secret = sessions.begin(handle, accountId, providerSession);
            audit.append(
                    handle, new AuditEvent(accountId, AuditAction.SIGNED_IN, authorityId, accountId, Map.of("by", by)));
            return secret;
        });
    }

    /** Ends a session. */
    public void out(Session session) {
        jdbi.useTransaction(handle -> {
            handle.attach(SessionDao.class).delete(session.secret().sha256());
            Staff staff = session.staff();
            audit.append(
                    handle,
                    new AuditEvent(
                            staff.accountId(),
                            AuditAction.SIGNED_OUT,
                            staff.authorityId(),
                            staff.accountId(),
                            Map.of()));
        });
    }
}
