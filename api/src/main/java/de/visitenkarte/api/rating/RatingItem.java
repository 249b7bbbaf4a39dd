package de.visitenkarte.api.rating;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One rating as a tablet writes it.
 *
 * @param sequenceNumber the tablet's own number: consecutive from 1, never used twice
 * @param instrumentVersion version of the questions that were asked
 * @param language BCP 47 tag of the language the visitor chose
 * @param ratedAt time of the tap by the tablet's clock; only its quarter hour is kept
 * @param answers value per question; {@code overall} is required
 */
record RatingItem(
        @Schema(minimum = "1", maximum = "9007199254740991", requiredMode = Schema.RequiredMode.REQUIRED)
        long sequenceNumber,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) int instrumentVersion,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "ar") @Nullable
        String language,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        Instant ratedAt,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "{\"overall\": 4}") @Nullable
        Map<String, Integer> answers) {}
