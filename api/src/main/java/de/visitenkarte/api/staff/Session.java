package de.visitenkarte.api.staff;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A member of the staff in one browser.
 *
 * @param secret what the browser keeps
 * @param authorityName of a manager's authority; null for everyone else
 * @param oneTime whether the password has to be replaced before anything else
 * @param external whether the identity provider signed in, not a password of ours
 */
public record Session(Secret secret, Staff staff, @Nullable String authorityName, boolean oneTime, boolean external) {

    /** Where a request keeps it. */
    static final String PROPERTY = Session.class.getName();

    /** Returns the session that a request was recognised by; empty where nobody had to be signed in. */
    public static Optional<Session> of(ContainerRequestContext request) {
        return Optional.ofNullable((Session) request.getProperty(PROPERTY));
    }

    /** Returns what every form of this session must bring along. */
    public String formToken() {
        return secret.derive("form");
    }
}
