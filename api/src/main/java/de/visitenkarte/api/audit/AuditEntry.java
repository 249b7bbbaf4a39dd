package de.visitenkarte.api.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log.
 *
 * @param number from 1, without gaps
 * @param occurredAt to the microsecond, as PostgreSQL keeps it
 */
public record AuditEntry(
        long number,
        Instant occurredAt,
        String actor,
        String action,
        @Nullable String authorityId,
        String subject,
        SortedMap<String, String> details) {

    /** The hash that the first entry follows. */
    static final byte[] START = new byte[32];

    /** Returns the SHA-256 over the hash before and everything in this entry, each part with its length in front. */
    byte[] hashAfter(byte[] previous) {
        MessageDigest digest = sha256();
        digest.update(previous);
        add(digest, Long.toString(number));
        add(digest, occurredAt.toString());
        add(digest, actor);
        add(digest, action);
        add(digest, authorityId == null ? "" : authorityId);
        add(digest, subject);
        details.forEach((name, value) -> {
            add(digest, name);
            add(digest, value);
        });
        return digest.digest();
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
