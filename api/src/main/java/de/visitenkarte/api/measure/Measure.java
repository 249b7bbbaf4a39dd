package de.visitenkarte.api.measure;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A measure that was logged.
 *
 * @param withdrawnAt since when it no longer counts; null while it does
 */
public record Measure(
        String id,
        String authorityId,
        String authorityName,
        MeasureDraft content,
        Instant changedAt,
        @Nullable Instant withdrawnAt) {

    /** Returns whether it counts and can be changed. */
    public boolean counts() {
        return withdrawnAt == null;
    }

    /** Returns whether it is going on, or lies ahead, on a day. */
    public boolean isOpen(LocalDate today) {
        return content.endsOn() == null || !content.endsOn().isBefore(today);
    }
}
