package de.visitenkarte.api.staff;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Slows down whoever tries passwords: per login, whether or not there is such an account, and all together. In memory: each
 * instance of the application counts for itself.
 *
 * @see <a href="https://pages.nist.gov/800-63-4/sp800-63b.html#throttle">NIST SP 800-63B-4, 3.2.2</a>
 */
final class SignInThrottle {

    /** People mistype. */
    private static final int FREE = 5;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final int DOUBLINGS = 5;
    private static final Duration FORGET_AFTER = Duration.ofHours(1);

    /** More logins than this are tried only in an attack, which the limit for all together slows down. */
    private static final int REMEMBERED = 10_000;

    /** Far more than 600 authorities need on a Monday morning, as only failures count. */
    private static final int FAILURES_PER_MINUTE = 60;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Clock clock;
    private final Cache<String, Tries> tries;
    private final Deque<Instant> failures = new ArrayDeque<>();

    SignInThrottle(Clock clock) {
        this.clock = clock;
        this.tries = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(FORGET_AFTER)
                .build();
    }

    private record Tries(int count, Instant notBefore) {}

    /**
     * Counts a try as failed, until {@link #succeeded} says otherwise: so that many at the same time are counted too.
     *
     * @return how long to wait; empty if the try may be made
     */
    synchronized Optional<Duration> take(String login) {
        Instant now = clock.instant();
        @Nullable Tries before = tries.getIfPresent(login);
        if (before != null && before.notBefore().isAfter(now)) {
            return Optional.of(Duration.between(now, before.notBefore()));
        }
        while (!failures.isEmpty() && !failures.getFirst().plus(MINUTE).isAfter(now)) {
            failures.removeFirst();
        }
        if (failures.size() >= FAILURES_PER_MINUTE) {
            return Optional.of(Duration.between(now, failures.getFirst().plus(MINUTE)));
        }
        failures.addLast(now);
        int count = before == null ? 1 : before.count() + 1;
        tries.put(login, new Tries(count, now.plus(pause(count))));
        return Optional.empty();
    }

    /** Forgets the failures of a login. */
    synchronized void succeeded(String login) {
        tries.invalidate(login);
        failures.pollLast();
    }

    private static Duration pause(int count) {
        return count < FREE ? Duration.ZERO : FIRST_PAUSE.multipliedBy(1L << Math.min(count - FREE, DOUBLINGS));
    }
}
