package de.visitenkarte.api.device;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import de.visitenkarte.api.problem.TooManyRequestsException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Clock;
import java.time.Duration;

/**
 * How often someone may do something: so many at once, and as many again spread over a period. Each instance counts by
 * itself. Takes no lock: each key has a bucket of its own, which is one compare-and-set.
 */
final class Limits {

    private final LoadingCache<String, Bucket> buckets;

    private Limits(LoadingCache<String, Bucket> buckets) {
        this.buckets = buckets;
    }

    /** Forgets a key when it would have recovered anyway. */
    static Limits of(long amount, Duration period, Clock clock) {
        return new Limits(Caffeine.newBuilder().expireAfterAccess(period).build(key -> bucket(amount, period, clock)));
    }

    /** Forgets a key after the period whatever happens: for keys that must not be kept. */
    static Limits forgetting(long amount, Duration period, Clock clock) {
        return new Limits(Caffeine.newBuilder()
                .expireAfterWrite(period)
                .maximumSize(100_000)
                .build(key -> bucket(amount, period, clock)));
    }

    private static Bucket bucket(long amount, Duration period, Clock clock) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(amount).refillGreedy(amount, period))
                .withCustomTimePrecision(new ClockMeter(clock))
                .build();
    }

    /**
     * Takes from what is left.
     *
     * @throws TooManyRequestsException if there is not enough left; then nothing is taken
     */
    void take(String key, long amount) {
        ConsumptionProbe probe = buckets.get(key).tryConsumeAndReturnRemaining(amount);
        if (!probe.isConsumed()) {
            throw new TooManyRequestsException(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    /** Takes what is left, if anything is. */
    void takeIfAny(String key) {
        buckets.get(key).tryConsume(1);
    }

    /** Returns how long to wait until one can be taken; zero if it can be taken now. */
    Duration waitOf(String key) {
        return Duration.ofNanos(buckets.get(key).estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }
}
