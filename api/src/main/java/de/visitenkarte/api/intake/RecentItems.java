package de.visitenkarte.api.intake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;

/**
 * Remembers what the broker acknowledged lately, so that a sender whose answer was lost hears "duplicate". A courtesy:
 * what counts is the deduplication in streams, which forgets nothing.
 */
final class RecentItems {

    private static final long MAXIMUM = 20_000;
    private static final Duration MEMORY = Duration.ofMinutes(15);

    private final Cache<String, Long> bodyHashes =
            Caffeine.newBuilder().maximumSize(MAXIMUM).expireAfterWrite(MEMORY).build();

    boolean contains(String identity, long bodyHash) {
        return Long.valueOf(bodyHash).equals(bodyHashes.getIfPresent(identity));
    }

    void remember(Map<String, Long> acknowledged) {
        bodyHashes.putAll(acknowledged);
    }
}
