package de.visitenkarte.api.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Security headers and caching, for every answer. */
final class HeaderFilter implements Filter {

    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Pages with forms of our own. */
    private static final Pattern WITH_FORMS = Pattern.compile("/board/.*|/console(/.*)?");

    /** Headers of every answer whatsoever. */
    static final Map<String, String> SECURITY = Map.of(
            "Content-Security-Policy", CONTENT_SECURITY_POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), microphone=(), geolocation=()");

    private static final String FORMS_POLICY =
            CONTENT_SECURITY_POLICY.replace("form-action 'none'", "form-action 'self'");

    /** Of answers that travel over TLS only (RFC 6797, section 7.2). A year; not for other hosts below this one. */
    private static final String STRICT_TRANSPORT_SECURITY = "max-age=31536000";

    private static final Set<String> FOLDERS = Set.of("/board", "/tablet");

    /** Files whose address changes with their content: by a hash in the name, or the version in the query. */
    private static final Pattern HASHED = Pattern.compile("/tablet/assets/.*|/board/vendor/.*");

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http && response instanceof HttpServletResponse answer) {
            setHeaders(http, answer);
            String path = pathOf(http);
            if (WITH_FORMS.matcher(path).matches()) {
                answer.setHeader("Content-Security-Policy", FORMS_POLICY);
                // Without it a browser would not say that a form comes from here.
                answer.setHeader("Referrer-Policy", "same-origin");
            }
            answer.setHeader("Cache-Control", cacheControl(path));
            if (FOLDERS.contains(path)) {
                // Addresses in a page are relative to its folder.
                answer.sendRedirect(path + "/");
                return;
            }
            chain.doFilter(request, response);
            explain(answer);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Sets what does not depend on the address. */
    static void setHeaders(HttpServletRequest request, HttpServletResponse answer) {
        SECURITY.forEach(answer::setHeader);
        // Whoever sends the header without TLS only deceives itself: browsers ignore what it brings.
        if (request.isSecure() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"))) {
            answer.setHeader("Strict-Transport-Security", STRICT_TRANSPORT_SECURITY);
        }
    }

    /** Servlets of Dropwizard answer with a bare status and forget all headers: sends the problem that belongs to it. */
    static void explain(HttpServletResponse answer) throws IOException {
        if (answer.getStatus() >= HttpServletResponse.SC_BAD_REQUEST
                && !answer.isCommitted()
                && answer.getContentType() == null) {
            answer.sendError(answer.getStatus());
        }
    }

    /** Returns the path as the server understands it: an address can be written in many ways. */
    private static String pathOf(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return request.getServletPath() + (rest == null ? "" : rest);
    }

    private static String cacheControl(String path) {
        boolean page = path.startsWith("/console") && !path.startsWith("/console/assets/");
        if (path.startsWith("/v1/") || page) {
            return "no-store";
        }
        return HASHED.matcher(path).matches() ? "public, max-age=31536000, immutable" : "no-cache";
    }
}
