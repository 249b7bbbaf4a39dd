package de.visitenkarte.api.registry;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/**
 * The SHA-256 of a token. Enough for tokens of 256 random bits: nothing to guess, so nothing to slow down.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
record TokenHash(String hex) {

    static TokenHash of(String token) {
        return new TokenHash(
                Hashing.sha256().hashString(token, StandardCharsets.UTF_8).toString());
    }
}
