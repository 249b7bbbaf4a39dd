package de.visitenkarte.api.registry;

import java.security.Principal;
import java.time.Instant;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/**
 * One enrolled tablet in one area, with all that its ratings inherit from its registration.
 *
 * @param name what its manager calls it
 * @param timeZone IANA name, of its office
 * @param openingHours text for people, of its office
 */
public record Device(
        String id,
        String name,
        String areaId,
        String areaName,
        String officeId,
        String officeName,
        String timeZone,
        @Nullable String openingHours,
        String authorityId,
        String authorityName,
        boolean simulated,
        @Nested Standing standing)
        implements Principal {

    /**
     * How things stand with the token that was sent and with the device.
     *
     * @param tokenHash of the token that was sent, in hexadecimal digits
     * @param tokenUsed whether it is known to have been used before
     * @param tokenEndsAt when it ends; null if it was not replaced
     * @param revoked whether the device was taken out of use
     * @param currentTokenIssuedAt of the token that the device uses, which may be a newer one; null if all have ended
     * @param rotationAskedAt when its manager asked for a new one; null if never
     */
    public record Standing(
            String tokenHash,
            boolean tokenUsed,
            @Nullable Instant tokenEndsAt,
            boolean revoked,
            @Nullable Instant currentTokenIssuedAt,
            @Nullable Instant rotationAskedAt) {

        boolean isOver(Instant now) {
            return tokenEndsAt != null && !now.isBefore(tokenEndsAt);
        }
    }

    @Override
    public String getName() {
        return id;
    }
}
