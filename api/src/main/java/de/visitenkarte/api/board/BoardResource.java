package de.visitenkarte.api.board;

import de.visitenkarte.api.board.BoardView.Authorities;
import de.visitenkarte.api.board.BoardView.AuthorityBoard;
import de.visitenkarte.api.board.BoardView.ComparisonBoard;
import de.visitenkarte.api.gate.ReleasePolicy;
import de.visitenkarte.api.problem.Problem;
import de.visitenkarte.api.staff.Staff;
import de.visitenkarte.api.viewer.ReleasedReader;
import de.visitenkarte.api.viewer.Viewer;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Released figures for the built-in board: managers see their own authority, the ministry all. */
@Path("/v1/board")
@Tag(name = "board")
@Produces(MediaType.APPLICATION_JSON)
@ApiResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public final class BoardResource {

    private final ReleasedReader reader;
    private final Supplier<ReleasePolicy> policy;
    private final Clock clock;

    /**
     * Serves what the reader lets see.
     *
     * @param policy the release policy in force, for the page to explain
     */
    public BoardResource(ReleasedReader reader, Supplier<ReleasePolicy> policy, Clock clock) {
        this.reader = reader;
        this.policy = policy;
        this.clock = clock;
    }

    /** Lists all authorities that the asking person may see. */
    @GET
    @Path("/authorities")
    @RolesAllowed({"manager", "ministry"})
    @Operation(
            operationId = "listAuthorities",
            summary = "All authorities that the asking person may see, by name",
            security = @SecurityRequirement(name = "session"))
    @ApiResponse(
            responseCode = "200",
            description = "The authorities",
            content = @Content(schema = @Schema(implementation = Authorities.class)))
    public Authorities authorities(@Parameter(hidden = true) @Auth Staff staff) {
        return read(viewer(staff), board -> board.authorities(staff::maySee));
    }

    /** Returns the figures of one authority; one that the asking person may not see is as if it did not exist. */
    @GET
    @Path("/authorities/{id}")
    @RolesAllowed({"manager", "ministry"})
    @Operation(
            operationId = "getAuthorityBoard",
            summary = "Today, 90 days and the distribution of one authority",
            security = @SecurityRequirement(name = "session"))
    @ApiResponse(
            responseCode = "200",
            description = "Released figures",
            content = @Content(schema = @Schema(implementation = AuthorityBoard.class)))
    public AuthorityBoard authority(@Parameter(hidden = true) @Auth Staff staff, @PathParam("id") String id) {
        return Optional.of(id)
                .filter(staff::maySee)
                .flatMap(seen -> read(viewer(staff), board -> board.findAuthority(seen)))
                .orElseThrow(NotFoundException::new);
    }

    /** Returns all authorities side by side. */
    @GET
    @Path("/comparison")
    @RolesAllowed("ministry")
    @Operation(
            operationId = "getComparison",
            summary = "All authorities in one month or quarter, side by side",
            security = @SecurityRequirement(name = "session"))
    @ApiResponse(
            responseCode = "200",
            description = "Released figures",
            content = @Content(schema = @Schema(implementation = ComparisonBoard.class)))
    public ComparisonBoard comparison(
            @Parameter(hidden = true) @Auth Staff staff,
            @QueryParam("period") @DefaultValue("month") @Pattern(regexp = "month|quarter") String kind,
            @QueryParam("start") @Parameter(schema = @Schema(type = "string", format = "date")) @Nullable
                    LocalDateParam start) {
        LocalDate from = start == null ? null : start.date();
        return read(Viewer.ministry(), board -> board.findComparison(kind, from))
                .orElseThrow(NotFoundException::new);
    }

    private static Viewer viewer(Staff staff) {
        return staff.authorityId() == null ? Viewer.ministry() : Viewer.authority(staff.authorityId());
    }

    private <T> T read(Viewer viewer, Function<Board, T> question) {
        return reader.read(viewer, BoardDao.class, dao -> question.apply(new Board(dao, policy, clock)));
    }
}
