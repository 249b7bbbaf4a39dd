package de.visitenkarte.api.registry;

import java.security.Principal;
import java.util.Set;

/**
 * One queue system that may report visits of one authority.
 *
 * @param officeIds offices of that authority
 */
public record Integration(String id, String authorityId, Set<String> officeIds) implements Principal {

    @Override
    public String getName() {
        return id;
    }
}
