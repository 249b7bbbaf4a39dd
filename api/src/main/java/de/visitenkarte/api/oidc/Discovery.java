package de.visitenkarte.api.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import de.visitenkarte.api.problem.UnavailableException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the provider says about itself: asked when it is first needed, and anew after an hour. */
final class Discovery {

    /** A person waits for it. */
    static final int CONNECT_MILLIS = 2_000;

    static final int READ_MILLIS = 5_000;

    private static final int LARGEST_BYTES = 256 * 1024;
    private static final Duration KEEP = Duration.ofHours(1);

    /** Signatures with a public key, and none of those that a provider might only still know: not none, not HS256. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512,
            JWSAlgorithm.EdDSA);

    private final Issuer issuer;
    private final Clock clock;

    private volatile @Nullable Provider latest;

    Discovery(String issuer, Clock clock) {
        this.issuer = new Issuer(issuer);
        this.clock = clock;
    }

    /** What it said, and the keys that it signs with; these are read anew when a token names one that is not known. */
    record Provider(OIDCProviderMetadata metadata, JWSKeySelector<SecurityContext> keys, Instant until) {}

    /**
     * Returns what the provider said lately.
     *
     * @throws UnavailableException if it is away, or is not the one that is configured
     */
    Provider provider() {
        Provider known = latest;
        if (known != null && clock.instant().isBefore(known.until())) {
            return known;
        }
        try {
            OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(issuer, CONNECT_MILLIS, READ_MILLIS);
            Provider found =
                    new Provider(metadata, keys(metadata), clock.instant().plus(KEEP));
            latest = found;
            return found;
        } catch (IOException | GeneralException e) {
            throw new UnavailableException("The identity provider does not answer.", e);
        }
    }

    private static JWSKeySelector<SecurityContext> keys(OIDCProviderMetadata metadata) throws MalformedURLException {
        JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                        metadata.getJWKSetURI().toURL(),
                        new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, LARGEST_BYTES))
                // It would keep threads of its own.
                .refreshAheadCache(false)
                .build();
        return new JWSVerificationKeySelector<>(ALGORITHMS, keys);
    }
}
