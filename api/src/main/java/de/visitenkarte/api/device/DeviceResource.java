package de.visitenkarte.api.device;

import de.visitenkarte.api.problem.Problem;
import de.visitenkarte.api.problem.ProblemType;
import de.visitenkarte.api.registry.Device;
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
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** What a paired tablet asks for and says of itself. */
@Path("/v1/device")
@Tag(name = "devices")
@Produces(MediaType.APPLICATION_JSON)
public final class DeviceResource {

    private final Configurations configurations;
    private final Heartbeats heartbeats;
    private final Renewal renewal;

    public DeviceResource(Configurations configurations, Heartbeats heartbeats, Renewal renewal) {
        this.configurations = configurations;
        this.heartbeats = heartbeats;
        this.renewal = renewal;
    }

    /** Returns the configuration of the asking device. */
    @GET
    @Path("/configuration")
    @Operation(
            operationId = "getDeviceConfiguration",
            summary = "What the asking tablet shows, asks and does",
            security = @SecurityRequirement(name = "device"))
    @ApiResponse(
            responseCode = "200",
            description = "The configuration, with an ETag",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DeviceConfiguration.class)))
    @ApiResponse(responseCode = "304", description = "It is still that of If-None-Match")
    @ApiResponse(
            responseCode = "default",
            description = "A problem",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response configuration(
            @Parameter(hidden = true) @Auth Device device, @Parameter(hidden = true) @Context Request request) {
        DeviceConfiguration configuration = configurations.of(device);
        EntityTag tag = configurations.tagOf(configuration);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return unchanged != null
                ? unchanged.build()
                : Response.ok(configuration).tag(tag).build();
    }

    /** Takes a report, of which only the last is kept. */
    @POST
    @Path("/heartbeat")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "postHeartbeat",
            summary = "How the asking tablet is; every five minutes",
            security = @SecurityRequirement(name = "device"))
    @ApiResponse(
            responseCode = "200",
            description = "What it is to do",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = HeartbeatAnswer.class)))
    @ApiResponse(
            responseCode = "default",
            description = "A problem",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public HeartbeatAnswer heartbeat(
            @Parameter(hidden = true) @Auth Device device, @NotNull @Valid Heartbeat heartbeat) {
        DeviceConfiguration configuration = configurations.of(device);
        return new HeartbeatAnswer(
                heartbeats.take(device, heartbeat),
                configuration.rotate(),
                configuration.revoked(),
                '"' + configurations.tagOf(configuration).getValue() + '"');
    }

    /** Issues a new token, if one is due. */
    @POST
    @Path("/token")
    @Operation(
            operationId = "renewToken",
            summary = "A new token for the asking tablet, if one is due; the old one ends a day after its first use",
            security = @SecurityRequirement(name = "device"))
    @ApiResponse(
            responseCode = "200",
            description = "The new token",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PairingResource.IssuedToken.class)))
    @ApiResponse(
            responseCode = "default",
            description = "A problem; conflict if none is due",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response renew(@Parameter(hidden = true) @Auth Device device) {
        if (device.standing().revoked()) {
            throw new ForbiddenException();
        }
        return renewal.tokenFor(device)
                .map(token -> Response.ok(new PairingResource.IssuedToken(token.text())))
                .orElseGet(() ->
                        Problem.of(ProblemType.CONFLICT, "No new token is due.").toResponse())
                .build();
    }
}
