package de.visitenkarte.bench.load;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What the api answered, as far as it matters for its promises. Safe for use by several threads. */
public final class Answers {

    private final Map<String, Long> unexpected = new ConcurrentHashMap<>();
    private final AtomicLong unavailable = new AtomicLong();
    private final AtomicLong slowestUnavailableMillis = new AtomicLong();
    private final AtomicLong noAnswer = new AtomicLong();

    /** Notes an answer that no tablet should ever get. */
    void unexpected(String answer) {
        unexpected.merge(answer, 1L, Long::sum);
    }

    /** Notes a 503. */
    void unavailable(long millis) {
        unavailable.incrementAndGet();
        slowestUnavailableMillis.accumulateAndGet(millis, Math::max);
    }

    /** Notes that a request ended without an answer. */
    void none() {
        noAnswer.incrementAndGet();
    }

    /** Returns how often there was an answer other than 202 with good verdicts, or 503 with {@code Retry-After}. */
    public Map<String, Long> unexpected() {
        return Map.copyOf(unexpected);
    }

    public long unavailable() {
        return unavailable.get();
    }

    /** Returns the longest time until a 503, seen from the client, in milliseconds. */
    public long slowestUnavailableMillis() {
        return slowestUnavailableMillis.get();
    }

    public long noAnswer() {
        return noAnswer.get();
    }
}
