package de.visitenkarte.api.registry;

import de.visitenkarte.api.problem.Problem;
import de.visitenkarte.api.problem.ProblemType;
import io.dropwizard.auth.AuthFilter;
import io.dropwizard.auth.Authenticator;
import io.dropwizard.auth.UnauthorizedHandler;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.security.Principal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Recognises devices and queue systems by the bearer token of a request. */
public final class TokenAuthentication {

    private TokenAuthentication() {}

    /** Returns how {@code @Auth Device} and {@code @Auth Integration} are recognised. */
    public static Map<Class<? extends Principal>, ContainerRequestFilter> filters(RegistryDirectory directory) {
        return Map.of(
                Device.class, filter(directory.deviceAuthenticator()),
                Integration.class, filter(directory.integrationAuthenticator()));
    }

    private static <P extends Principal> AuthFilter<String, P> filter(Authenticator<String, P> authenticator) {
        return new BearerFilter.Builder<P>()
                .setAuthenticator(authenticator)
                .setPrefix("Bearer")
                .setUnauthorizedHandler(new ProblemHandler())
                .buildAuthFilter();
    }

    /** Looks at the header only: Dropwizard's own takes a token from the address too, which ends up in logs of proxies. */
    private static final class BearerFilter<P extends Principal> extends AuthFilter<String, P> {

        @Override
        public void filter(ContainerRequestContext request) {
            if (!authenticate(request, tokenOf(request), "Bearer")) {
                throw unauthorizedHandler.buildException(prefix, realm);
            }
        }

        private @Nullable String tokenOf(ContainerRequestContext request) {
            String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
            String start = prefix + ' ';
            return header != null && header.regionMatches(true, 0, start, 0, start.length())
                    ? header.substring(start.length()).strip()
                    : null;
        }

        static final class Builder<P extends Principal> extends AuthFilterBuilder<String, P, BearerFilter<P>> {

            @Override
            protected BearerFilter<P> newInstance() {
                return new BearerFilter<>();
            }
        }
    }

    private static final class ProblemHandler implements UnauthorizedHandler {

        @Override
        public Response buildResponse(String prefix, String realm) {
            return Problem.of(
                            ProblemType.UNAUTHORIZED, "Send the token of a registered sender as Authorization: Bearer.")
                    .toResponse()
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"visitenkarte\"")
                    .build();
        }
    }
}
