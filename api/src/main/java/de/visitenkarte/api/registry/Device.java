package de.visitenkarte.api.registry;

import java.security.Principal;

/** One enrolled tablet in one area, with all that its ratings inherit from its registration. */
public record Device(
        String id,
        String areaId,
        String areaName,
        String officeId,
        String officeName,
        String authorityId,
        String authorityName,
        boolean simulated)
        implements Principal {

    @Override
    public String getName() {
        return id;
    }
}
