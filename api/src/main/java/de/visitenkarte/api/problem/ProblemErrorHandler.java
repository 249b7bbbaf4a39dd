package de.visitenkarte.api.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Problems for what never reaches a resource: static pages that do not exist, requests that are not HTTP. */
public final class ProblemErrorHandler extends ErrorHandler {

    private final ObjectMapper mapper;
    private final Map<String, String> headers;

    /** @param headers of every answer, since no filter sees a request that is not HTTP */
    public ProblemErrorHandler(ObjectMapper mapper, Map<String, String> headers) {
        this.mapper = mapper;
        this.headers = Map.copyOf(headers);
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback)
            throws IOException {
        Problem problem = Problem.of(ProblemType.ofStatus(code), null);
        // A status without a type of its own becomes that of the type: answer and body say the same.
        response.setStatus(problem.status());
        headers.forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        if (code == ProblemType.UNAVAILABLE.status()) {
            // Jetty itself refuses what comes while the server stops in order.
            response.getHeaders().put(HttpHeader.RETRY_AFTER, Problem.RETRY_AFTER_SECONDS);
        }
        response.write(true, ByteBuffer.wrap(mapper.writeValueAsBytes(problem)), callback);
    }
}
