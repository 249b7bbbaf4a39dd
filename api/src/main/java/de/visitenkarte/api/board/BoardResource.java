package de.visitenkarte.api.board;

import de.visitenkarte.api.board.BoardView.Authorities;
import de.visitenkarte.api.board.BoardView.AuthorityBoard;
import de.visitenkarte.api.board.BoardView.ComparisonBoard;
import de.visitenkarte.api.gate.ReleasePolicy;
import de.visitenkarte.api.problem.Problem;
import de.visitenkarte.api.viewer.ReleasedReader;
import de.visitenkarte.api.viewer.Viewer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import java.util.function.Supplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Released figures for the built-in board. */
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

    /** Lists all authorities. */
    @GET
    @Path("/authorities")
    @Operation(operationId = "listAuthorities", summary = "All authorities, by name")
    @ApiResponse(
            responseCode = "200",
            description = "All authorities",
            content = @Content(schema = @Schema(implementation = Authorities.class)))
    public Authorities authorities() {
        return read(Viewer.ministry(), Board::authorities);
    }

    /** Returns the figures of one authority. */
    @GET
    @Path("/authorities/{id}")
    @Operation(operationId = "getAuthorityBoard", summary = "Today, 90 days and the distribution of one authority")
    @ApiResponse(
            responseCode = "200",
            description = "Released figures",
            content = @Content(schema = @Schema(implementation = AuthorityBoard.class)))
    public AuthorityBoard authority(@PathParam("id") String id) {
        return read(Viewer.authority(id), board -> board.findAuthority(id)).orElseThrow(NotFoundException::new);
    }

    /** Returns all authorities side by side. */
    @GET
    @Path("/comparison")
    @Operation(operationId = "getComparison", summary = "All authorities in one month or quarter, side by side")
    @ApiResponse(
            responseCode = "200",
            description = "Released figures",
            content = @Content(schema = @Schema(implementation = ComparisonBoard.class)))
    public ComparisonBoard comparison(
            @QueryParam("period") @DefaultValue("month") @Pattern(regexp = "month|quarter") String kind,
            @QueryParam("start") @Parameter(schema = @Schema(type = "string", format = "date")) @Nullable
                    LocalDateParam start) {
        LocalDate from = start == null ? null : start.date();
        return read(Viewer.ministry(), board -> board.findComparison(kind, from))
                .orElseThrow(NotFoundException::new);
    }

    private <T> T read(Viewer viewer, Function<Board, T> question) {
        return reader.read(viewer, BoardDao.class, dao -> question.apply(new Board(dao, policy, clock)));
    }
}
