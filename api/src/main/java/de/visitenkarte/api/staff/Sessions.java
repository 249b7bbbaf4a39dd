package de.visitenkarte.api.staff;

import de.visitenkarte.api.problem.UnavailableException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in. Nothing is remembered between two requests, so that a session that was ended, here or by another
 * instance, is over at once.
 */
public final class Sessions {

    /** Not every request of a board that asks every ten seconds is worth a write. */
    private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);

    private final Jdbi jdbi;
    private final StaffSettings settings;
    private final Clock clock;
    private final SecureRandom random;

    Sessions(Jdbi jdbi, StaffSettings settings, Clock clock, SecureRandom random) {
        this.jdbi = jdbi;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Begins a session and forgets those that have ended by themselves.
     *
     * @param handle the transaction in which the sign-in is written down
     * @param providerSession what the identity provider calls its own session, null if it is not involved
     */
    public Secret begin(Handle handle, String accountId, @Nullable String providerSession) {
        Secret secret = Secret.random(random);
        Instant now = clock.instant();
        SessionDao dao = handle.attach(SessionDao.class);
        dao.deleteEnded(seenAfter(now), createdAfter(now));
        dao.insert(secret.sha256(), accountId, now, providerSession);
        return secret;
    }

    /**
     * Returns the session of a browser, and counts this as use of it.
     *
     * @throws UnavailableException if the database is away
     */
    public Optional<Session> find(Secret secret) {
        Instant now = clock.instant();
        byte[] hash = secret.sha256();
        try {
            SessionDao dao = jdbi.onDemand(SessionDao.class);
            Optional<SessionDao.Row> row = dao.find(hash, seenAfter(now), createdAfter(now));
            if (row.isPresent() && row.get().lastSeenAt().plus(TOUCH_EVERY).isBefore(now)) {
                dao.touch(hash, now);
            }
            return row.map(each -> each.session(secret));
        } catch (ConnectionException e) {
            throw new UnavailableException("Who is signed in cannot be looked up at the moment.", e);
        }
    }

    private Instant seenAfter(Instant now) {
        return now.minus(settings.idle().toJavaDuration());
    }

    private Instant createdAfter(Instant now) {
        return now.minus(settings.longest().toJavaDuration());
    }
}
