/**
 * Signing in over an identity provider: OpenID Connect, authorization code with PKCE. The protocol is Nimbus' work.
 *
 * <p>Must not know accounts or sessions, and never keeps or logs a token. Start with {@link
 * de.visitenkarte.api.oidc.IdentityProvider}.
 */
@NullMarked
package de.visitenkarte.api.oidc;

import org.jspecify.annotations.NullMarked;
