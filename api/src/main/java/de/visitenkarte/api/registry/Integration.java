package de.visitenkarte.api.registry;

import java.security.Principal;
import java.time.ZoneId;
import java.util.Map;

/**
 * One queue system that may report visits of one authority.
 *
 * @param zones the offices of that authority, each with its time zone
 */
public record Integration(String id, String authorityId, Map<String, ZoneId> zones) implements Principal {

    @Override
    public String getName() {
        return id;
    }
}
