package de.visitenkarte.api.intake;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/**
 * Tells a repetition of an item from a reuse of its number. Takes in nothing that does not cross the wire anyway: a hash
 * over the exact time could be turned back into it by trying all seconds.
 */
public final class BodyHash {

    private static final HashFunction SHA_256 = Hashing.sha256();

    private BodyHash() {}

    /** Returns the first eight bytes of SHA-256. */
    public static long of(String canonicalBody) {
        return SHA_256.hashString(canonicalBody, StandardCharsets.UTF_8).asLong();
    }
}
