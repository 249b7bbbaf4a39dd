package de.visitenkarte.api.rating;

import de.visitenkarte.api.device.DeviceGuard;
import de.visitenkarte.api.intake.Intake;
import de.visitenkarte.api.intake.Receipt;
import de.visitenkarte.api.problem.Problem;
import de.visitenkarte.api.registry.Device;
import de.visitenkarte.api.registry.Registry;
import de.visitenkarte.api.registry.RegistryDirectory;
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

/** Accepts ratings from tablets. */
@Path("/v1/ratings")
@Tag(name = "devices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RatingResource {

    private final Intake<RatingItem> intake;
    private final RegistryDirectory directory;
    private final DeviceGuard guard;

    /**
     * @param directory knows the published instruments
     * @param guard knows which devices are in use
     */
    public RatingResource(Intake.Tools tools, RegistryDirectory directory, DeviceGuard guard) {
        this.intake = new Intake<>(RatingItem.class, "ratings", Topics.RATING, tools);
        this.directory = directory;
        this.guard = guard;
    }

    /** Accepts a batch; answers when the broker has it. What a revoked tablet sends is accepted into the quarantine. */
    @POST
    @Operation(
            operationId = "postRatings",
            summary = "Accept 1 to 500 ratings from one tablet, with a verdict for each",
            security = @SecurityRequirement(name = "device"))
    @ApiResponse(
            responseCode = "202",
            description = "Taken; the verdicts say what became of each item",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Receipt.class)))
    @ApiResponse(
            responseCode = "default",
            description = "Nothing was taken",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response post(@Parameter(hidden = true) @Auth Device device, @NotNull @Valid RatingBatch batch) {
        Registry registry = directory.current();
        Receipt receipt = intake.take(
                device.id(),
                guard.admit(device, batch.ratings().size()),
                batch.ratings(),
                (item, now) -> RatingAssessment.assess(item, device, registry, now));
        guard.rated(device);
        return Response.accepted(receipt).build();
    }
}
