package de.visitenkarte.api.metrics;

import com.codahale.metrics.health.HealthCheck;
import com.codahale.metrics.health.HealthCheckRegistry;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Answers 200 when ratings can be accepted and figures shown, 503 otherwise, naming what is missing. Whether the process
 * lives is another question: {@code /ping}.
 */
public final class ReadyServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private final transient HealthCheckRegistry checks;

    public ReadyServlet(HealthCheckRegistry checks) {
        this.checks = checks;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, HealthCheck.Result> results = new TreeMap<>(checks.runHealthChecks());
        boolean ready = results.values().stream().allMatch(HealthCheck.Result::isHealthy);
        response.setStatus(ready ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("text/plain; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        for (Map.Entry<String, HealthCheck.Result> result : results.entrySet()) {
            String state = result.getValue().isHealthy()
                    ? "ready"
                    : "not ready: " + result.getValue().getMessage();
            response.getWriter().println(result.getKey() + " " + state);
        }
    }
}
