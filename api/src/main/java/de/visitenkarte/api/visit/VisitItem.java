package de.visitenkarte.api.visit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One served visitor as a queue system writes it. No ticket number and no clerk: a field for one is refused.
 *
 * @param sequenceNumber the queue system's own number of this report: consecutive from 1 in each office, never used twice
 * @param arrivedAt when the visitor's waiting began
 * @param calledAt when the visitor was called
 * @param finishedAt when the visit ended, where it is known
 * @param bookedOn local day on which the appointment was booked, where there is one and the feed knows; the lead time is
 *     the number of days from it to the local day of the visit
 */
public record VisitItem(
        @Schema(minimum = "1", maximum = "9007199254740991", requiredMode = Schema.RequiredMode.REQUIRED)
        long sequenceNumber,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String officeId,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        Instant arrivedAt,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        Instant calledAt,

        @Nullable Instant finishedAt,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) boolean withAppointment,

        @Schema(description = "Local day of the booking, e.g. 2026-10-01; only with an appointment") @Nullable
        LocalDate bookedOn) {

    /** Returns the same visit under another number. */
    public VisitItem numbered(long number) {
        return new VisitItem(number, officeId, arrivedAt, calledAt, finishedAt, withAppointment, bookedOn);
    }
}
