package de.visitenkarte.api.visit;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Visits as a queue system sends them.
 *
 * @param visits unread: each is read by itself, so that one that cannot be read does not hold up the others
 */
record VisitBatch(
        @NotNull @Size(min = 1, max = 1000) @Schema(implementation = VisitItem[].class)
        List<JsonNode> visits) {}
