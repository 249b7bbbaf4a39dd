package de.visitenkarte.api.registry;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The SHA-256 of a token. Enough for tokens of 256 random bits: nothing to guess, so nothing to slow down.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record TokenHash(String hex) {

    /** Returns the hash of a token. */
    public static TokenHash of(String token) {
        return new TokenHash(
                Hashing.sha256().hashString(token, StandardCharsets.UTF_8).toString());
    }

    /** Returns the hash as PostgreSQL keeps it. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
