package de.visitenkarte.api.rating;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Ratings as a tablet sends them.
 *
 * @param ratings unread: each is read by itself, so that one that cannot be read does not hold up the others
 */
record RatingBatch(
        @NotNull @Size(min = 1, max = 500) @Schema(implementation = RatingItem[].class)
        List<JsonNode> ratings) {}
