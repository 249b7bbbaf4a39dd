package de.visitenkarte.api.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.visitenkarte.api.problem.Problem;
import de.visitenkarte.api.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** How a tablet that nobody knows yet gets its token; open to anyone. */
@Path("/v1/device/pairings")
@PermitAll
@Tag(name = "devices")
@Produces(MediaType.APPLICATION_JSON)
public final class PairingResource {

    private static final String PAGE = "/console/tablets/pair";

    private final Pairings pairings;

    public PairingResource(Pairings pairings) {
        this.pairings = pairings;
    }

    /**
     * A pairing that has begun.
     *
     * @param deviceCode for the tablet alone
     * @param userCode for the screen
     * @param verificationUri where a manager types the code; relative to this server
     * @param verificationUriComplete the same with the code
     * @param expiresIn seconds
     * @param interval seconds between two questions
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record StartedPairing(
            String deviceCode,
            String userCode,
            String verificationUri,
            String verificationUriComplete,
            int expiresIn,
            int interval) {}

    /** The question what became of a pairing. */
    record PairingQuestion(@NotNull @Size(max = 100) String deviceCode) {}

    /** The token of a tablet, which nobody else gets to see. */
    record IssuedToken(String token) {}

    /** Begins a pairing. */
    @POST
    @Operation(
            operationId = "startPairing",
            summary = "Begin to pair a tablet: a code for its screen, and one for itself (RFC 8628)")
    @ApiResponse(
            responseCode = "200",
            description = "Both codes",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = StartedPairing.class)))
    @ApiResponse(
            responseCode = "default",
            description = "A problem",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public StartedPairing start(@Parameter(hidden = true) @Context HttpServletRequest request) {
        Pairings.Started started = pairings.start(request.getRemoteAddr());
        String code = started.userCode().shown();
        return new StartedPairing(
                started.deviceCode().text(),
                code,
                PAGE,
                PAGE + "?code=" + code,
                Math.toIntExact(Pairings.LIFE.toSeconds()),
                Pairings.INTERVAL_SECONDS);
    }

    /** Says what became of a pairing. */
    @POST
    @Path("/token")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "askForToken",
            summary = "What became of a pairing: the tablet's token, once a manager has confirmed it")
    @ApiResponse(
            responseCode = "200",
            description = "The token; another one with every answer until one was used",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = IssuedToken.class)))
    @ApiResponse(
            responseCode = "400",
            description = "authorization-pending, slow-down, expired-token or access-denied",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "default",
            description = "A problem",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response ask(@NotNull @Valid PairingQuestion question) {
        Pairings.Answer answer = pairings.poll(question.deviceCode());
        if (answer instanceof Pairings.Answer.Paired paired) {
            return Response.ok(new IssuedToken(paired.token().text())).build();
        }
        return Problem.of(typeOf(answer), null).toResponse().build();
    }

    private static ProblemType typeOf(Pairings.Answer answer) {
        if (answer instanceof Pairings.Answer.Pending) {
            return ProblemType.AUTHORIZATION_PENDING;
        }
        if (answer instanceof Pairings.Answer.TooEarly) {
            return ProblemType.SLOW_DOWN;
        }
        return answer instanceof Pairings.Answer.Denied ? ProblemType.ACCESS_DENIED : ProblemType.EXPIRED_TOKEN;
    }
}
