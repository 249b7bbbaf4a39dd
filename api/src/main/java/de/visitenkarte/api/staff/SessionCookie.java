package de.visitenkarte.api.staff;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;

/**
 * The cookies of the staff. {@code __Host-} binds them to this host and to TLS (browsers make an exception for loopback). Lax
 * and not Strict: the way back from an identity provider begins at another site, and the first page would otherwise be
 * opened without the new session.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6265">RFC 6265 and its successor</a>
 */
public final class SessionCookie {

    /** The name. */
    public static final String NAME = "__Host-visitenkarte";

    /** base64url of 256 bits; anything else is not ours. */
    private static final String SHAPE = "[A-Za-z0-9_-]{43}";

    private SessionCookie() {}

    /** Returns the secret that the browser sent under that name. */
    public static Optional<Secret> find(ContainerRequestContext request, String name) {
        Cookie cookie = request.getCookies().get(name);
        return cookie == null || !cookie.getValue().matches(SHAPE)
                ? Optional.empty()
                : Optional.of(new Secret(cookie.getValue()));
    }

    /** Returns the cookie of a session; the browser drops it when it is closed. */
    public static NewCookie of(Secret secret) {
        return cookie(NAME, secret.value(), NewCookie.DEFAULT_MAX_AGE);
    }

    /** Returns what makes the browser forget its session. */
    public static NewCookie gone() {
        return cookie(NAME, "", 0);
    }

    /** Returns a cookie that only this server sees. */
    public static NewCookie cookie(String name, String value, int maxAgeSeconds) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge(maxAgeSeconds)
                .secure(true)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
