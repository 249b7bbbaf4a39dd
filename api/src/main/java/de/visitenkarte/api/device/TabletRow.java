package de.visitenkarte.api.device;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that the database knows about a tablet.
 *
 * @param openingHours text for people, of the office
 * @param tabletsInOffice how many are in use there
 * @param tokenIssuedAt of the token that it uses; null if it has not fetched one
 * @param ratedOn the last local day on which anything came from it; null if nothing ever did
 */
public record TabletRow(
        String id,
        String name,
        String areaName,
        String officeId,
        String officeName,
        String timeZone,
        @Nullable String openingHours,
        int tabletsInOffice,
        @Nullable Instant pairedAt,
        @Nullable Instant revokedAt,
        @Nullable Instant tokenIssuedAt,
        @Nullable Instant rotationAskedAt,
        @Nullable LocalDate ratedOn,
        @Nullable Instant heardAt,
        @Nullable String appVersion,
        int instrumentVersion,
        int queueUpTo,
        int oldestRatingHours,
        int refusedUpTo,
        @Nullable Boolean storagePersisted,
        @Nullable Integer batteryPercent,
        @Nullable Boolean charging,
        long clockOffsetSeconds) {

    /** Returns what it last said; null if it never did. */
    Tablet.@Nullable Report report() {
        return heardAt == null || appVersion == null
                ? null
                : new Tablet.Report(
                        heardAt,
                        appVersion,
                        instrumentVersion,
                        queueUpTo,
                        oldestRatingHours,
                        refusedUpTo,
                        storagePersisted,
                        batteryPercent,
                        charging,
                        clockOffsetSeconds);
    }

    Tablet tablet(boolean tokenDue, Set<Alarm> alarms) {
        return new Tablet(id, name, areaName, officeName, pairedAt, revokedAt, tokenDue, report(), alarms);
    }
}
