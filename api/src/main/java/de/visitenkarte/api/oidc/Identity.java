package de.visitenkarte.api.oidc;

import org.jspecify.annotations.Nullable;

/**
 * Whom the provider vouches for.
 *
 * @param issuer the provider
 * @param subject what it calls the person, for good
 * @param name for the screen
 * @param role manager, ministry or operator
 * @param authority id of the authority that a manager leads; null for everyone else
 * @param session what the provider calls its own session; null if it does not tell
 */
public record Identity(
        String issuer,
        String subject,
        String name,
        String role,
        @Nullable String authority,
        @Nullable String session) {}
