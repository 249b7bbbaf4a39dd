package de.visitenkarte.api.oidc;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the staff signs in over an identity provider.
 *
 * @param issuer address of the provider, as it calls itself; empty if there is none
 * @param clientId of this application at the provider
 * @param clientSecret from the environment, never logged; empty for a public client
 * @param scope what is asked for, separated by blanks
 * @param roleClaim claim of the ID token that holds the roles: a string or a list, a path with dots if it is nested
 * @param authorityClaim claim that holds the id of the authority that a manager leads
 * @param managerRole value of the role claim that makes a manager
 * @param ministryRole value that makes a member of the ministry
 * @param operatorRole value that makes an operator
 * @param passwords whether accounts with a password may sign in beside the provider's
 */
public record OidcSettings(
        String issuer,
        String clientId,
        String clientSecret,
        String scope,
        String roleClaim,
        String authorityClaim,
        String managerRole,
        String ministryRole,
        String operatorRole,
        boolean passwords) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    // Jackson passes null for what the file leaves out.
    public OidcSettings {
        for (String each : new String[] {issuer, clientId, clientSecret, scope, roleClaim, authorityClaim}) {
            require(each != null, "oidc: a setting is missing");
        }
        if (!issuer.isEmpty()) {
            URI address = URI.create(issuer);
            boolean safe = "https".equals(address.getScheme())
                    || ("http".equals(address.getScheme()) && LOOPBACK.contains(address.getHost()));
            require(safe, "oidc: expected an issuer with https: " + issuer);
            require(!clientId.isBlank(), "oidc: an issuer needs a clientId");
            require(List.of(scope.split(" ")).contains("openid"), "oidc: expected openid in the scope");
            require(!roleClaim.isBlank(), "oidc: an issuer needs a roleClaim");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    /** Returns whether there is a provider. */
    public boolean isOn() {
        return !issuer.isEmpty();
    }

    /** Returns which role of ours a value of the role claim makes, by that value. */
    Map<String, String> roles() {
        return Map.of(managerRole, "manager", ministryRole, "ministry", operatorRole, "operator");
    }

    @Override
    public String toString() {
        return "OidcSettings[" + issuer + "]";
    }
}
