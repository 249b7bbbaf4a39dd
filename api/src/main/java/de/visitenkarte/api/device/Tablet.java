package de.visitenkarte.api.device;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tablet as the manager of its authority sees it. There is no number of ratings here, and must never be: a tablet stands
 * in one area.
 *
 * @param pairedAt null for a tablet from a registry file
 * @param revokedAt null while it is in use
 * @param tokenDue whether it was asked to fetch a new token and has not used one yet
 * @param lastReport null if it has never reported
 * @param alarms what is wrong with it now; none for a revoked one
 */
public record Tablet(
        String id,
        String name,
        String areaName,
        String officeName,
        @Nullable Instant pairedAt,
        @Nullable Instant revokedAt,
        boolean tokenDue,
        @Nullable Report lastReport,
        Set<Alarm> alarms) {

    /** Copies the alarms. */
    public Tablet {
        alarms = Set.copyOf(alarms);
    }

    /**
     * What a tablet last said of itself.
     *
     * @param queueUpTo how many ratings wait on it, rounded up: 0, 10, 100, 1000 or 10000
     * @param oldestRatingHours how long the oldest of them has waited; 0 if none waits
     * @param refusedUpTo how many ratings the server refused for good, rounded up in the same way
     * @param storagePersisted whether the browser promised to keep the queue; null if it does not tell
     * @param batteryPercent null if the platform does not tell
     * @param charging null if the platform does not tell
     * @param clockOffsetSeconds its clock less the server's
     */
    public record Report(
            Instant heardAt,
            String appVersion,
            int instrumentVersion,
            int queueUpTo,
            int oldestRatingHours,
            int refusedUpTo,
            @Nullable Boolean storagePersisted,
            @Nullable Integer batteryPercent,
            @Nullable Boolean charging,
            long clockOffsetSeconds) {}
}
