package de.visitenkarte.api.release;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A local day of an office in which a cell changed.
 *
 * @param version tells whether it changed again since this was read
 */
public record ChangedDay(
        String officeId, LocalDate day, long version, String authorityId, String pilotRole, String timeZone) {

    ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    List<Scope> scopes() {
        return Scope.of(officeId, authorityId, pilotRole);
    }

    Instant startsAt() {
        return day.atStartOfDay(zone()).toInstant();
    }

    Instant endsAt() {
        return day.plusDays(1).atStartOfDay(zone()).toInstant();
    }
}
