package de.visitenkarte.api.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Arrays;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it lies in the database, where somebody may have changed it.
 *
 * @param details as JSON
 * @param hash that it claims to have
 */
public record StoredEntry(
        long number,
        Instant occurredAt,
        String actor,
        String action,
        @Nullable String authorityId,
        String subject,
        String details,
        byte[] hash) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> DETAILS = new TypeReference<>() {};

    /** Returns whether this is what was written down right after the entry with that hash. */
    boolean follows(byte[] previous) {
        try {
            AuditEntry entry = new AuditEntry(
                    number, occurredAt, actor, action, authorityId, subject, JSON.readValue(details, DETAILS));
            return Arrays.equals(hash, entry.hashAfter(previous));
        } catch (JsonProcessingException e) {
            // The log writes nothing but names and texts.
            return false;
        }
    }
}
