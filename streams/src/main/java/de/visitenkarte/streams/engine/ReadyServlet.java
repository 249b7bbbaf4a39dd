package de.visitenkarte.streams.engine;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /ready}: 200 while events are being counted, otherwise 503; the body says why. */
public final class ReadyServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private final transient StreamsEngine engine;

    public ReadyServlet(StreamsEngine engine) {
        this.engine = engine;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(engine.isRunning() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("text/plain;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().println(engine.description());
    }
}
