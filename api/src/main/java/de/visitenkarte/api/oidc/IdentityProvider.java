package de.visitenkarte.api.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.AuthorizedParty;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import de.visitenkarte.api.oidc.NotIdentified.Reason;
import de.visitenkarte.api.problem.UnavailableException;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One identity provider.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#CodeFlowAuth">OpenID Connect Core 1.0, 3.1</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700">RFC 9700, best practice for OAuth 2.0</a>
 */
public final class IdentityProvider {

    private final OidcSettings settings;
    private final Discovery discovery;
    private final ClientID client;
    private final URI returnAddress;
    private final Claims claims;

    /** @param returnAddress where the provider sends the browser back to; registered with it */
    public IdentityProvider(OidcSettings settings, URI returnAddress, Clock clock) {
        this.settings = settings;
        this.discovery = new Discovery(settings.issuer(), clock);
        this.client = new ClientID(settings.clientId());
        this.returnAddress = returnAddress;
        this.claims = new Claims(settings);
    }

    /**
     * What ties an answer of the provider to the browser that asked.
     *
     * @param state comes back with the browser
     * @param nonce comes back in the ID token
     * @param verifier proves to the provider that the code was asked for here (PKCE)
     */
    public record Ties(String state, String nonce, String verifier) {}

    /**
     * Returns where to send a browser.
     *
     * @throws UnavailableException if the provider is away
     */
    public URI departure(Ties ties) {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE, Scope.parse(settings.scope()), client, returnAddress)
                .endpointURI(discovery.provider().metadata().getAuthorizationEndpointURI())
                .state(new State(ties.state()))
                .nonce(new Nonce(ties.nonce()))
                .codeChallenge(new CodeVerifier(ties.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /**
     * Returns who came back.
     *
     * @param address of the request with which the browser came back
     * @throws NotIdentified if that proves nothing
     * @throws UnavailableException if the provider is away
     */
    public Identity arrival(URI address, Ties ties) throws NotIdentified {
        AuthenticationSuccessResponse response = parse(address, ties);
        try {
            JWT token = redeem(response, ties);
            Discovery.Provider provider = discovery.provider();
            IDTokenClaimsSet valid = new IDTokenValidator(
                            provider.metadata().getIssuer(), client, provider.keys(), null)
                    .validate(token, new Nonce(ties.nonce()));
            requireMadeForUs(valid);
            return claims.identity(valid);
        } catch (KeySourceException e) {
            throw new UnavailableException("The keys of the identity provider cannot be read.", e);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw new NotIdentified(Reason.NOT_VALID, e);
        }
    }

    /** Nimbus leaves this to the application: a token may name several audiences, but is made for one. */
    private void requireMadeForUs(IDTokenClaimsSet token) throws NotIdentified {
        AuthorizedParty party = token.getAuthorizedParty();
        boolean ours = party == null
                ? token.getAudience().size() == 1
                : party.getValue().equals(settings.clientId());
        if (!ours) {
            throw new NotIdentified(Reason.NOT_VALID);
        }
    }

    private AuthenticationSuccessResponse parse(URI address, Ties ties) throws NotIdentified {
        AuthenticationResponse response;
        try {
            response = AuthenticationResponseParser.parse(address);
        } catch (ParseException e) {
            throw new NotIdentified(Reason.NOT_EXPECTED, e);
        }
        boolean ours = new State(ties.state()).equals(response.getState())
                && (response.getIssuer() == null
                        || response.getIssuer().getValue().equals(settings.issuer()));
        if (!ours) {
            throw new NotIdentified(Reason.NOT_EXPECTED);
        }
        if (!response.indicatesSuccess()) {
            throw new NotIdentified(Reason.REFUSED_BY_PROVIDER);
        }
        return response.toSuccessResponse();
    }

    /** Exchanges the code for the ID token; whatever else comes with it is dropped. */
    private JWT redeem(AuthenticationSuccessResponse response, Ties ties) throws NotIdentified, ParseException {
        if (response.getAuthorizationCode() == null) {
            throw new NotIdentified(Reason.NOT_EXPECTED);
        }
        OIDCProviderMetadata metadata = discovery.provider().metadata();
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant(
                response.getAuthorizationCode(), returnAddress, new CodeVerifier(ties.verifier()));
        ClientAuthentication secret = authentication(metadata.getTokenEndpointAuthMethods());
        URI endpoint = metadata.getTokenEndpointURI();
        TokenRequest request = (secret == null
                        ? new TokenRequest.Builder(endpoint, client, grant)
                        : new TokenRequest.Builder(endpoint, secret, grant))
                .build();
        TokenResponse answer = OIDCTokenResponseParser.parse(send(request.toHTTPRequest()));
        if (!answer.indicatesSuccess()) {
            throw new NotIdentified(Reason.NOT_EXPECTED);
        }
        return ((OIDCTokenResponse) answer.toSuccessResponse()).getOIDCTokens().getIDToken();
    }

    private HTTPResponse send(HTTPRequest request) {
        request.setConnectTimeout(Discovery.CONNECT_MILLIS);
        request.setReadTimeout(Discovery.READ_MILLIS);
        request.setFollowRedirects(false);
        try {
            return request.send();
        } catch (IOException e) {
            throw new UnavailableException("The identity provider does not answer.", e);
        }
    }

    private @Nullable ClientAuthentication authentication(@Nullable List<ClientAuthenticationMethod> offered) {
        if (settings.clientSecret().isEmpty()) {
            return null;
        }
        Secret secret = new Secret(settings.clientSecret());
        boolean basic = offered == null || offered.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return basic ? new ClientSecretBasic(client, secret) : new ClientSecretPost(client, secret);
    }

    /** Returns where a person can end the provider's own session too; empty if the provider offers nothing. */
    public Optional<URI> signOut(URI afterwards) {
        URI endpoint = discovery.provider().metadata().getEndSessionEndpointURI();
        return Optional.ofNullable(endpoint)
                .map(found -> new LogoutRequest(found, null, null, client, afterwards, null, null).toURI());
    }

    /**
     * A session that has ended at the provider.
     *
     * @param subject whose; null if only the session is named
     * @param session which; null if all of the subject's
     */
    public record Ended(
            String issuer,
            @Nullable String subject,
            @Nullable String session) {}

    /**
     * Returns what a logout token says.
     *
     * @throws NotIdentified if it is not a valid one
     * @see <a href="https://openid.net/specs/openid-connect-backchannel-1_0.html">OpenID Connect Back-Channel Logout 1.0</a>
     */
    public Ended ended(String logoutToken) throws NotIdentified {
        Discovery.Provider provider = discovery.provider();
        try {
            LogoutTokenClaimsSet valid = new LogoutTokenValidator(
                            provider.metadata().getIssuer(), client, false, provider.keys(), null)
                    .validate(JWTParser.parse(logoutToken));
            return new Ended(
                    valid.getIssuer().getValue(),
                    valid.getSubject() == null ? null : valid.getSubject().getValue(),
                    valid.getSessionID() == null ? null : valid.getSessionID().getValue());
        } catch (KeySourceException e) {
            throw new UnavailableException("The keys of the identity provider cannot be read.", e);
        } catch (java.text.ParseException | BadJOSEException | JOSEException e) {
            throw new NotIdentified(Reason.NOT_VALID, e);
        }
    }
}
