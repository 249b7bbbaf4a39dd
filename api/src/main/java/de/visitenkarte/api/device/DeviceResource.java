package de.visitenkarte.api.device;

import de.visitenkarte.api.problem.Problem;
import de.visitenkarte.api.registry.Device;
import de.visitenkarte.api.registry.RegistryDirectory;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Tells a tablet what it is and what it asks. */
@Path("/v1/device")
@Tag(name = "devices")
@Produces(MediaType.APPLICATION_JSON)
public final class DeviceResource {

    private final RegistryDirectory directory;

    /** @param directory knows the published instruments */
    public DeviceResource(RegistryDirectory directory) {
        this.directory = directory;
    }

    /** Returns the configuration of the asking device. */
    @GET
    @Path("/configuration")
    @Operation(
            operationId = "getDeviceConfiguration",
            summary = "What the asking tablet shows and asks",
            security = @SecurityRequirement(name = "device"))
    @ApiResponse(
            responseCode = "200",
            description = "The configuration",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DeviceConfiguration.class)))
    @ApiResponse(
            responseCode = "default",
            description = "A problem",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public DeviceConfiguration configuration(@Parameter(hidden = true) @Auth Device device) {
        return new DeviceConfiguration(
                device.authorityName(),
                device.officeName(),
                device.areaName(),
                device.simulated(),
                directory.current().latestInstrumentVersion());
    }
}
