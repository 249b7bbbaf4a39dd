package de.visitenkarte.api.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.EOFException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.zip.ZipException;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever went wrong in a request into a problem: the one place where this is decided. */
public final class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);
    private static final int LONGEST_NAME = 100;

    @Override
    public Response toResponse(Throwable fault) {
        HttpException refused = causeOf(fault, HttpException.class);
        if (refused != null) {
            return Problem.of(ProblemType.ofStatus(refused.getCode()), null)
                    .toResponse()
                    .build();
        }
        if (fault instanceof WebApplicationException known) {
            return ofStatus(known);
        }
        if (fault instanceof UnavailableException away) {
            LOG.warn("Answered 503: {}", away.getMessage());
            return Problem.of(ProblemType.UNAVAILABLE, away.getMessage())
                    .toResponse()
                    .build();
        }
        JsonProcessingException json = causeOf(fault, JsonProcessingException.class);
        if (json != null) {
            return ofJson(json);
        }
        if (isBrokenBody(fault)) {
            return Problem.of(ProblemType.MALFORMED_REQUEST, "The body ended early, or is not what its headers say.")
                    .toResponse()
                    .build();
        }
        Problem problem = Problem.of(ProblemType.INTERNAL_ERROR, null);
        LOG.error("Unexpected error {}", problem.instance(), fault);
        return problem.toResponse().build();
    }

    private static Response ofStatus(WebApplicationException known) {
        Response original = known.getResponse();
        if (original.getStatusInfo().getFamily() == Response.Status.Family.REDIRECTION) {
            return original;
        }
        Response.ResponseBuilder response =
                Problem.of(ProblemType.ofStatus(original.getStatus()), null).toResponse();
        for (String header : List.of(HttpHeaders.ALLOW, HttpHeaders.WWW_AUTHENTICATE, HttpHeaders.RETRY_AFTER)) {
            String value = original.getHeaderString(header);
            if (value != null) {
                response.header(header, value);
            }
        }
        return response.build();
    }

    private static Response ofJson(JsonProcessingException json) {
        if (json instanceof PropertyBindingException unknown) {
            Problem.Fault fault = new Problem.Fault(pointer(unknown), "This field is not known.");
            return Problem.of(ProblemType.UNPROCESSABLE, "The body contains an unknown field.", List.of(fault))
                    .toResponse()
                    .build();
        }
        List<Problem.Fault> faults = json instanceof JsonMappingException mapping
                        && !mapping.getPath().isEmpty()
                ? List.of(new Problem.Fault(pointer(mapping), "This cannot be read."))
                : List.of();
        return Problem.of(ProblemType.MALFORMED_REQUEST, "The body is not the JSON that is expected here.", faults)
                .toResponse()
                .build();
    }

    private static String pointer(JsonMappingException mapping) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : mapping.getPath()) {
            pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : escape(step.getFieldName()));
        }
        return pointer.toString();
    }

    /** As RFC 6901 asks; a name that nobody would write is cut. */
    private static String escape(String name) {
        String escaped = name.replace("~", "~0").replace("/", "~1");
        return escaped.length() <= LONGEST_NAME ? escaped : escaped.substring(0, LONGEST_NAME) + "…";
    }

    /** A line that breaks off, a body that stops coming, or gzip that is none: the client's trouble, not ours. */
    private static boolean isBrokenBody(Throwable fault) {
        return causeOf(fault, EOFException.class) != null
                || causeOf(fault, ZipException.class) != null
                || causeOf(fault, TimeoutException.class) != null;
    }

    private static <T> @Nullable T causeOf(Throwable fault, Class<T> type) {
        for (Throwable each = fault; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return type.cast(each);
            }
        }
        return null;
    }
}
