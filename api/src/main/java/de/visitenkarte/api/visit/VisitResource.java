package de.visitenkarte.api.visit;

import de.visitenkarte.api.intake.Intake;
import de.visitenkarte.api.intake.Receipt;
import de.visitenkarte.api.problem.Problem;
import de.visitenkarte.api.registry.Integration;
import de.visitenkarte.events.Topics;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Accepts served visits from queue systems. */
@Path("/v1/visits")
@Tag(name = "queue systems")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class VisitResource {

    private final Intake<VisitItem> intake;

    public VisitResource(Intake.Tools tools) {
        this.intake = new Intake<>(VisitItem.class, "visits", Topics.VISIT, tools);
    }

    /** Accepts a batch; answers when the broker has it. */
    @POST
    @Operation(
            operationId = "postVisits",
            summary = "Accept 1 to 1000 served visits of one authority, with a verdict for each",
            security = @SecurityRequirement(name = "integration"))
    @ApiResponse(
            responseCode = "202",
            description = "Taken; the verdicts say what became of each item",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Receipt.class)))
    @ApiResponse(
            responseCode = "default",
            description = "Nothing was taken",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response post(@Parameter(hidden = true) @Auth Integration integration, @NotNull @Valid VisitBatch batch) {
        Receipt receipt = intake.take(
                integration.id(), batch.visits(), (item, now) -> VisitAssessment.assess(item, integration, now));
        return Response.accepted(receipt).build();
    }
}
