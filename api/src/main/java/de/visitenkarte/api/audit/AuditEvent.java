package de.visitenkarte.api.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done.
 *
 * @param actor id of the account or device that did it, or {@code system}
 * @param authorityId whose it concerns, null if no single authority's
 * @param subject id of what it was done to
 * @param details what changed, by name; no secrets
 */
public record AuditEvent(
        String actor, AuditAction action, @Nullable String authorityId, String subject, Map<String, String> details) {

    /** Copies the details. */
    public AuditEvent {
        details = Map.copyOf(details);
    }
}
