package de.visitenkarte.api.device;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a tablet says of itself.
 *
 * @param appVersion of the page
 * @param instrumentVersion of the questions that it asks
 * @param queueDepth how many ratings wait to be sent; kept rounded up
 * @param oldestRatingHours how long the oldest of them has waited, in whole hours
 * @param refused how many ratings the server refused for good; kept rounded up
 * @param storagePersisted whether the browser promised to keep the queue; absent if it does not tell
 * @param batteryPercent absent if the platform does not tell
 * @param charging absent if the platform does not tell
 * @param deviceTime by its own clock
 */
record Heartbeat(
        @NotNull @Pattern(regexp = "[A-Za-z0-9._+-]{1,40}") String appVersion,
        @Min(0) @Max(1_000_000) int instrumentVersion,
        @Min(0) @Max(10_000_000) int queueDepth,
        @Min(0) @Max(1_000_000) int oldestRatingHours,
        @Min(0) @Max(10_000_000) int refused,
        @Nullable Boolean storagePersisted,
        @Nullable @Min(0) @Max(100) Integer batteryPercent,
        @Nullable Boolean charging,

        @NotNull @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
        Instant deviceTime) {}
