package de.visitenkarte.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The body of every answer that is not a success.
 *
 * @param type page of the documentation, relative to this server
 * @param status HTTP status code
 * @param detail what is wrong in this case
 * @param instance identity of this occurrence, as it stands in the log
 * @param errors what is wrong where in the input; absent for problems that are not about input
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "Problem details after RFC 9457")
public record Problem(
        String type, String title, int status, @Nullable String detail, String instance, List<Fault> errors) {

    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** What is away is asked for again after this time. */
    static final int RETRY_AFTER_SECONDS = 5;

    /**
     * One fault in the input.
     *
     * @param pointer JSON pointer (RFC 6901) into the body
     */
    public record Fault(String pointer, String detail) {}

    /** Returns a problem with an identity of its own. */
    public static Problem of(ProblemType type, @Nullable String detail, List<Fault> errors) {
        return new Problem(
                "/problems#" + type.slug(),
                type.title(),
                type.status(),
                detail,
                "urn:uuid:" + UUID.randomUUID(),
                errors);
    }

    /** Returns a problem that is not about the input. */
    public static Problem of(ProblemType type, @Nullable String detail) {
        return of(type, detail, List.of());
    }

    /** Returns the answer that carries this problem. */
    public Response.ResponseBuilder toResponse() {
        Response.ResponseBuilder response =
                Response.status(status).type(MEDIA_TYPE).entity(this).header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (status == ProblemType.UNAVAILABLE.status()) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return response;
    }
}
