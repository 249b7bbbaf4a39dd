package de.visitenkarte.api.staff;

import de.visitenkarte.api.problem.Problem;
import de.visitenkarte.api.problem.ProblemType;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;

/** Recognises the staff by the cookie of their session. Pages lead whoever is not signed in to where they can. */
@Priority(Priorities.AUTHENTICATION)
final class SessionFilter implements ContainerRequestFilter {

    /** What can be done before a one-time password is replaced. */
    private static final Set<String> BEFORE_OWN_PASSWORD = Set.of(Pages.FIRST_PASSWORD, Pages.SIGN_OUT);

    private final Sessions sessions;

    SessionFilter(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String path = Pages.pathOf(request);
        Optional<Session> session =
                SessionCookie.find(request, SessionCookie.NAME).flatMap(sessions::find);
        if (session.isEmpty()) {
            request.abortWith(Pages.isPage(path) ? Pages.toSignIn(request) : unauthorized());
        } else if (session.get().oneTime() && !BEFORE_OWN_PASSWORD.contains(path)) {
            request.abortWith(Pages.isPage(path) ? Pages.toFirstPassword(request) : unauthorized());

        } else {
            request.setProperty(Session.PROPERTY, session.get());
            request.setSecurityContext(new Signed(session.get().staff()));
        }
    }

    private static Response unauthorized() {
        return Problem.of(ProblemType.UNAUTHORIZED, "Sign in at " + Pages.SIGN_IN + ".")
                .toResponse()
                .header(HttpHeaders.WWW_AUTHENTICATE, "Cookie realm=\"visitenkarte\"")
                .build();
    }

    private record Signed(Staff staff) implements SecurityContext {

        @Override
        public Principal getUserPrincipal() {
            return staff;
        }

        @Override
        public boolean isUserInRole(String role) {
            return staff.role().code().equals(role);
        }

        @Override
        public boolean isSecure() {
            return true;
        }

        @Override
        public String getAuthenticationScheme() {
            return SessionCookie.NAME;
        }
    }
}
