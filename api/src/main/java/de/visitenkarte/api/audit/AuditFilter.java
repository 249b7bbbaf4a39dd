package de.visitenkarte.api.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which entries are wanted; null means all. */
public record AuditFilter(
        @Nullable Instant since,
        @Nullable String actor,
        @Nullable String action,
        @Nullable String authorityId) {}
