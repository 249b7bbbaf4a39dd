package de.visitenkarte.api.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tablet shows, asks and does.
 *
 * @param deviceName what its manager calls it
 * @param simulated whether the ratings of this device are invented; then the tablet says so
 * @param instrumentVersion version of the questions to ask
 * @param languages to offer, of those that the tablet has
 * @param openingHours of its office, e.g. {@code Mo-Fr 08:00-16:00}; absent if not known
 * @param timeZone of its office
 * @param heartbeatSeconds how often it reports
 * @param rotate whether it is to fetch a new token
 * @param revoked whether it was taken out of use; then it says so and takes no ratings
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeviceConfiguration(
        String deviceName,
        String authorityName,
        String officeName,
        String areaName,
        boolean simulated,
        int instrumentVersion,
        List<String> languages,
        @Nullable String openingHours,
        String timeZone,
        int heartbeatSeconds,
        boolean rotate,
        boolean revoked) {}
