package de.visitenkarte.api.oidc;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import de.visitenkarte.api.oidc.NotIdentified.Reason;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads from a valid ID token who somebody is to this product. */
final class Claims {

    private final OidcSettings settings;

    Claims(OidcSettings settings) {
        this.settings = settings;
    }

    Identity identity(IDTokenClaimsSet token) throws NotIdentified {
        Map<String, Object> claims = token.toJSONObject();
        List<String> roles = values(find(claims, settings.roleClaim()))
                .map(settings.roles()::get)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (roles.size() != 1) {
            // With two roles it would be a matter of luck what somebody sees.
            throw new NotIdentified(Reason.NO_ROLE);
        }
        String role = roles.get(0);
        return new Identity(
                token.getIssuer().getValue(),
                token.getSubject().getValue(),
                name(claims, token.getSubject().getValue()),
                role,
                role.equals("manager") ? authority(claims) : null,
                claims.get("sid") instanceof String session ? session : null);
    }

    private String authority(Map<String, Object> claims) throws NotIdentified {
        List<String> authorities =
                values(find(claims, settings.authorityClaim())).distinct().toList();
        if (authorities.size() != 1) {
            throw new NotIdentified(Reason.NO_AUTHORITY);
        }
        return authorities.get(0);
    }

    private static String name(Map<String, Object> claims, String subject) {
        return Stream.of("name", "preferred_username")
                .flatMap(claim -> values(claims.get(claim)))
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse(subject);
    }

    /** By its whole name first: names of claims may contain dots themselves. */
    private static @Nullable Object find(Map<String, Object> claims, String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        int dot = path.indexOf('.');
        return dot > 0 && claims.get(path.substring(0, dot)) instanceof Map<?, ?> nested
                ? find(byName(nested), path.substring(dot + 1))
                : null;
    }

    @SuppressWarnings("unchecked") // An object of JSON.
    private static Map<String, Object> byName(Map<?, ?> nested) {
        return (Map<String, Object>) nested;
    }

    private static Stream<String> values(@Nullable Object claim) {
        Stream<?> all = claim instanceof Collection<?> list ? list.stream() : Stream.ofNullable(claim);
        return all.filter(String.class::isInstance).map(String.class::cast);
    }
}
