package de.visitenkarte.api.viewer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The keys by which the database knows that it was the api who named a viewer. Read from the database, never logged. */
public record Seal(byte[] innerKey, byte[] outerKey) {

    /** Returns the value of the setting {@code visitenkarte.viewer}: seal and code. */
    String put(Viewer viewer) {
        byte[] inner = sha256(innerKey, viewer.code().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(sha256(outerKey, inner)) + viewer.code();
    }

    /** Says nothing about the keys. */
    @Override
    public String toString() {
        return "Seal";
    }

    private static byte[] sha256(byte[] key, byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(key);
            return digest.digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
