package de.visitenkarte.api.device;

import de.visitenkarte.api.registry.TokenHash;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * 256 random bits that only one tablet knows: a token, or the code with which it asks for one. Never printed.
 *
 * @param text 43 characters, as a bearer token may have (RFC 6750)
 */
record Secret(String text) {

    private static final int BYTES = 32;

    static Secret random(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] hash() {
        return TokenHash.of(text).bytes();
    }

    @Override
    public String toString() {
        return "Secret";
    }
}
