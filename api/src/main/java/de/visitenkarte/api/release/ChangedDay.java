package de.visitenkarte.api.release;

import java.time.Instant;
import java.time.LocalDate;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A local day of an office in which a cell changed.
 *
 * @param version tells whether it changed again since this was read
 */
public record ChangedDay(@Nested Office office, LocalDate day, long version) {

    /** The same as the office's, for the database. */
    public String officeId() {
        return office.officeId();
    }

    Instant startsAt() {
        return day.atStartOfDay(office.zone()).toInstant();
    }

    Instant endsAt() {
        return day.plusDays(1).atStartOfDay(office.zone()).toInstant();
    }
}
