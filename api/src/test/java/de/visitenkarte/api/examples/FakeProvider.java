package de.visitenkarte.api.examples;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An identity provider, as honest or as broken as a test wants it. */
@SuppressWarnings("JavaUtilDate") // Nimbus speaks in dates.
public final class FakeProvider implements AutoCloseable {

    public static final String CLIENT = "visitenkarte";
    public static final String SECRET = "client-secret";
    public static final String SESSION = "session-at-the-provider";

    private final HttpServer server;
    private final ECKey key = newKey();
    private final Map<String, URI> asked = new ConcurrentHashMap<>();

    /** What the next ID tokens say, beside what they must. */
    private volatile UnaryOperator<JWTClaimsSet.Builder> claims = UnaryOperator.identity();

    private volatile Function<JWTClaimsSet, JWT> signing = this::sign;

    public FakeProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> json(exchange, 200, configuration()));
        server.createContext("/keys", exchange -> json(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Changes what the next tokens say. */
    public void says(UnaryOperator<JWTClaimsSet.Builder> change) {
        claims = change;
        signing = this::sign;
    }

    /** Changes how the next tokens are signed. */
    public void signs(Function<JWTClaimsSet, JWT> how) {
        signing = how;
    }

    /**
     * Does what a person does there, and returns with which address the browser comes back.
     *
     * @param request where the browser was sent
     */
    public URI signIn(URI request) {
        String code = UUID.randomUUID().toString();
        asked.put(code, request);
        Map<String, List<String>> asking = parameters(request);
        return URI.create(first(asking, "redirect_uri") + "?code=" + code + "&state=" + first(asking, "state") + "&iss="
                + issuer());
    }

    /** Signs as the provider. */
    public SignedJWT sign(JWTClaimsSet content) {
        return sign(content, key);
    }

    /** Signs with a key that claims to be the provider's. */
    public SignedJWT signWithAnotherKey(JWTClaimsSet content) {
        return sign(content, newKey());
    }

    private SignedJWT sign(JWTClaimsSet content, ECKey with) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .build(),
                    content);
            token.sign(new ECDSASigner(with));
            return token;
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a token that says that all sessions, or one, have ended. */
    public String logoutToken(UnaryOperator<JWTClaimsSet.Builder> change) {
        return sign(change.apply(new JWTClaimsSet.Builder()
                                .issuer(issuer())
                                .audience(CLIENT)
                                .issueTime(new Date())
                                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                                .jwtID(UUID.randomUUID().toString())
                                .claim(
                                        "events",
                                        Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of())))
                        .build())
                .serialize();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, List<String>> form =
                URLUtils.parseParameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        // A code works once.
        @Nullable URI request = asked.remove(first(form, "code"));
        String basic = Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        boolean client = ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (request == null || !client || !isProven(request, form)) {
            json(exchange, 400, "{\"error\": \"invalid_grant\"}");
            return;
        }
        Instant now = Instant.now();
        JWTClaimsSet content = claims.apply(new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .subject("f:42")
                        .audience(CLIENT)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(300)))
                        .claim("nonce", first(parameters(request), "nonce"))
                        .claim("sid", SESSION)
                        .claim("name", "Erika Beispiel")
                        .claim("realm_access", Map.of("roles", List.of("offline_access", "visitenkarte-manager")))
                        .claim("visitenkarte_authority", "musterstadt"))
                .build();
        String token = signing.apply(content).serialize();
        json(exchange, 200, "{\"access_token\": \"a\", \"token_type\": \"Bearer\", \"id_token\": \"" + token + "\"}");
    }

    /** PKCE: only who asked for the code knows the verifier. */
    private static boolean isProven(URI request, Map<String, List<String>> form) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(first(form, "code_verifier").getBytes(StandardCharsets.US_ASCII));
            Map<String, List<String>> asking = parameters(request);
            return first(asking, "code_challenge_method").equals("S256")
                    && first(asking, "code_challenge")
                            .equals(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String configuration() {
        return """
                {"issuer": "ISSUER", "authorization_endpoint": "ISSUER/authorize", "token_endpoint": "ISSUER/token",
                 "jwks_uri": "ISSUER/keys", "end_session_endpoint": "ISSUER/logout",
                 "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["ES256"]}
                """.replace("ISSUER", issuer());
    }

    private static Map<String, List<String>> parameters(URI address) {
        return URLUtils.parseParameters(Objects.requireNonNull(address.getRawQuery()));
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of("")).get(0);
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("one").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void json(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
