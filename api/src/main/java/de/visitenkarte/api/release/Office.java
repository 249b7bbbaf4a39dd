package de.visitenkarte.api.release;

import java.time.ZoneId;
import java.util.List;

/**
 * An office, as far as releases need it.
 *
 * @param pilotRole {@code pilot}, {@code comparison} or {@code none}
 */
public record Office(String officeId, String authorityId, String pilotRole, String timeZone) {

    ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    List<Scope> scopes() {
        return Scope.of(officeId, authorityId, pilotRole);
    }
}
