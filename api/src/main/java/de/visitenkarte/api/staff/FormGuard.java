package de.visitenkarte.api.staff;

import de.visitenkarte.api.problem.Problem;
import de.visitenkarte.api.problem.ProblemType;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.glassfish.jersey.server.ContainerRequest;
import org.jspecify.annotations.Nullable;

/**
 * Takes a form of the console only from a page of the console: by what the browser says about where it comes from, and, in a
 * session, by a token that only its own pages know.
 */
@Priority(FormGuard.AFTER_AUTHENTICATION)
final class FormGuard implements ContainerRequestFilter {

    /** The name of the hidden field. */
    static final String FIELD = "formToken";

    static final int AFTER_AUTHENTICATION = Priorities.AUTHENTICATION + 100;

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final StaffSettings settings;

    FormGuard(StaffSettings settings) {
        this.settings = settings;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (READING.contains(request.getMethod())) {
            return;
        }
        Optional<Session> session = Session.of(request);
        String path = Pages.pathOf(request);
        boolean form = Pages.isPage(path) && !path.equals(Pages.PROVIDER_SIGN_OUT);
        if ((form || session.isPresent()) && !isOwnOrigin(request)) {
            request.abortWith(forbidden("The form does not come from a page of this server."));
        } else if (session.isPresent() && !hasToken(request, session.get())) {
            request.abortWith(forbidden("The form does not belong to this session. Load its page again."));
        }
    }

    /** Whoever sends neither header is no browser of this decade. */
    private boolean isOwnOrigin(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin")) {
            return false;
        }
        String origin = request.getHeaderString("Origin");
        return origin == null ? site != null : isOwn(origin, request);
    }

    /** The scheme is left out: behind a proxy it is not the one that the browser sees. */
    private boolean isOwn(String origin, ContainerRequestContext request) {
        String own = settings.publicAuthority().isEmpty()
                ? request.getHeaderString(HttpHeaders.HOST)
                : settings.publicAuthority();
        return own != null && (origin.equals("https://" + own) || origin.equals("http://" + own));
    }

    private static boolean hasToken(ContainerRequestContext request, Session session) {
        if (!MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(request.getMediaType())) {
            return false;
        }
        ContainerRequest buffered = (ContainerRequest) request;
        buffered.bufferEntity();
        @Nullable String token = buffered.readEntity(Form.class).asMap().getFirst(FIELD);
        return token != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8),
                        session.formToken().getBytes(StandardCharsets.UTF_8));
    }

    private static Response forbidden(String detail) {
        return Problem.of(ProblemType.FORBIDDEN, detail).toResponse().build();
    }
}
