package de.visitenkarte.api.staff;

import de.visitenkarte.api.problem.Problem;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Tells a page that is made in the browser who is signed in. */
@Path("/v1/session")
@Tag(name = "staff")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"manager", "ministry", "operator"})
public final class SessionResource {

    /**
     * Who is signed in.
     *
     * @param role manager, ministry or operator
     * @param authorityId of a manager; null for everyone else
     * @param formToken what every form of this session must bring along as {@code formToken}
     */
    @Schema(name = "Session")
    public record SessionView(
            String name,
            String role,
            @Nullable String authorityId,
            @Nullable String authorityName,
            String formToken) {}

    /** Returns who is signed in. */
    @GET
    @Operation(
            operationId = "getSession",
            summary = "Who is signed in",
            security = @SecurityRequirement(name = "session"))
    @ApiResponse(
            responseCode = "200",
            description = "Who is signed in",
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    @ApiResponse(
            responseCode = "default",
            description = "A problem",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public SessionView get(
            @Parameter(hidden = true) @Auth Staff staff,
            @Parameter(hidden = true) @Context ContainerRequestContext request) {
        Session session = Session.of(request).orElseThrow();
        return new SessionView(
                staff.displayName(),
                staff.role().code(),
                staff.authorityId(),
                session.authorityName(),
                session.formToken());
    }
}
