package de.visitenkarte.api.device;

import de.visitenkarte.api.device.PairingDao.Asking;
import de.visitenkarte.api.problem.TooManyRequestsException;
import de.visitenkarte.api.registry.TokenHash;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * How a tablet asks to be paired, and asks what became of it.
 *
 * <p>The token is new with every answer and good at once; the code stays good for a repetition until a token was used, since the
 * answer may get lost. What is stored of both is a hash.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8628">RFC 8628</a>
 */
public final class Pairings {

    static final Duration LIFE = Duration.ofMinutes(10);
    static final int INTERVAL_SECONDS = 5;

    /** Whoever asks too early waits so much longer from then on, as RFC 8628 wants it; but not without an end. */
    private static final int SLOWER_SECONDS = 5;

    private static final int SLOWEST_SECONDS = 60;

    /** The tablet measures from when the answer arrived, this application from when it was asked. */
    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** No installation sets up so many tablets at once. */
    private static final int OPEN = 1000;

    private static final int STARTS_OF_ALL = 60;
    private static final int STARTS_OF_ONE = 20;
    private static final int POLLS_OF_ALL = 1200;
    private static final String ALL = "";

    private final Jdbi jdbi;
    private final Tokens tokens;
    private final Runnable afterChange;
    private final Clock clock;
    private final RandomGenerator random;
    private final Limits starts;
    private final Limits startsOfSources;
    private final Limits polls;

    /**
     * @param afterChange makes this instance know a new token at once
     * @param random must not be predictable
     */
    public Pairings(Jdbi jdbi, Tokens tokens, Runnable afterChange, Clock clock, RandomGenerator random) {
        this.jdbi = jdbi;
        this.tokens = tokens;
        this.afterChange = afterChange;
        this.clock = clock;
        this.random = random;
        this.starts = Limits.of(STARTS_OF_ALL, MINUTE, clock);
        this.startsOfSources = Limits.forgetting(STARTS_OF_ONE, MINUTE, clock);
        this.polls = Limits.of(POLLS_OF_ALL, MINUTE, clock);
    }

    /** What a tablet needs to go on. */
    record Started(Secret deviceCode, UserCode userCode) {}

    /** What became of a pairing. */
    sealed interface Answer {

        /** Nobody has decided yet. */
        record Pending() implements Answer {}

        /** Asked again too early. */
        record TooEarly() implements Answer {}

        /** Over, used or never known. */
        record Expired() implements Answer {}

        /** Refused by a manager. */
        record Denied() implements Answer {}

        /** Paired. */
        record Paired(Secret token) implements Answer {}
    }

    /**
     * Begins a pairing.
     *
     * @param source address that asks; kept in memory for a minute, nowhere else
     * @throws TooManyRequestsException if the source, or all together, asked too often
     */
    Started start(String source) {
        startsOfSources.take(source, 1);
        starts.take(ALL, 1);
        Instant now = clock.instant();
        Secret deviceCode = Secret.random(random);
        UserCode userCode = jdbi.inTransaction(handle -> {
            PairingDao dao = handle.attach(PairingDao.class);
            dao.deleteExpired(now);
            if (dao.count() >= OPEN) {
                throw new TooManyRequestsException(LIFE);
            }
            UserCode code = UserCode.random(random);
            while (dao.insert(deviceCode.hash(), code.text(), now.plus(LIFE), INTERVAL_SECONDS) == 0) {
                code = UserCode.random(random);
            }
            return code;
        });
        return new Started(deviceCode, userCode);
    }

    /**
     * Says what became of a pairing, with a token if a manager confirmed it.
     *
     * @throws TooManyRequestsException if all together asked too often
     */
    Answer poll(String deviceCode) {
        polls.take(ALL, 1);
        byte[] hash = TokenHash.of(deviceCode).bytes();
        Answer answer = jdbi.inTransaction(handle -> answer(handle, hash));
        if (answer instanceof Answer.Paired) {
            afterChange.run();
        }
        return answer;
    }

    private Answer answer(Handle handle, byte[] hash) {
        Instant now = clock.instant();
        PairingDao dao = handle.attach(PairingDao.class);
        Asking asking = dao.lock(hash).orElse(null);
        if (asking == null || !now.isBefore(asking.expiresAt())) {
            return new Answer.Expired();
        }
        boolean tooEarly = isTooEarly(asking, now);
        int interval = asking.intervalSeconds() + (tooEarly ? SLOWER_SECONDS : 0);
        dao.notePoll(hash, now, Math.min(interval, SLOWEST_SECONDS));
        if (tooEarly) {
            return new Answer.TooEarly();
        }
        if (asking.denied()) {
            return new Answer.Denied();
        }
        return asking.deviceId() == null ? new Answer.Pending() : token(handle, asking.deviceId());
    }

    private static boolean isTooEarly(Asking asking, Instant now) {
        return asking.polledAt() != null
                && now.isBefore(
                        asking.polledAt().plusSeconds(asking.intervalSeconds()).minus(TOLERANCE));
    }

    private Answer token(Handle handle, String deviceId) {
        return handle.attach(TokenDao.class).hasUsedToken(deviceId)
                ? new Answer.Expired()
                : new Answer.Paired(tokens.issue(handle, deviceId));
    }
}
