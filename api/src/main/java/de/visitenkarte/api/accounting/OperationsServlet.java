package de.visitenkarte.api.accounting;

import com.codahale.metrics.health.HealthCheck;
import com.codahale.metrics.health.HealthCheckRegistry;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The page for operators: is everything there, and does everything add up. No results. */
public final class OperationsServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private final transient Accounting accounting;
    private final transient HealthCheckRegistry checks;

    public OperationsServlet(Accounting accounting, HealthCheckRegistry checks) {
        this.accounting = accounting;
        this.checks = checks;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, HealthCheck.Result> health = new TreeMap<>(checks.runHealthChecks());
        // Not one of the health checks: ratings are accepted and figures shown without it, so it must not make the api
        // unready.
        health.put(
                "accounting",
                accounting.isValid()
                        ? HealthCheck.Result.healthy()
                        : HealthCheck.Result.unhealthy("keine aktuelle Prüfung"));
        response.setContentType("text/html; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", OperationsPage.CONTENT_SECURITY_POLICY);
        response.getWriter().print(OperationsPage.render(accounting.statement(), health));
    }
}
