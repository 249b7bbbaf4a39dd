package de.visitenkarte.api.registry;

import java.security.Principal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/**
 * One queue system that may report visits of one authority.
 *
 * @param zones the offices of that authority, each with its time zone
 * @param acceptsFrom visits that ended before come too late: their cells expire
 */
public record Integration(String id, String authorityId, Map<String, ZoneId> zones, Instant acceptsFrom)
        implements Principal {

    @Override
    public String getName() {
        return id;
    }
}
