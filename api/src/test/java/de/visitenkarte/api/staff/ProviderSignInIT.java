package de.visitenkarte.api.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import de.visitenkarte.api.examples.FakeProvider;
import de.visitenkarte.api.oidc.NotIdentified;
import de.visitenkarte.api.oidc.NotIdentified.Reason;
import de.visitenkarte.api.oidc.OidcSettings;
import de.visitenkarte.api.problem.UnavailableException;
import de.visitenkarte.api.staff.ProviderSignIn.Arrival;
import de.visitenkarte.api.staff.ProviderSignIn.Departure;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The way over an identity provider, and everything that must not lead to a session. */
@SuppressWarnings("JavaUtilDate") // Nimbus speaks in dates.
class ProviderSignInIT {

    @AutoClose
    private static final FakeProvider provider = new FakeProvider();

    private static final StaffFixture fixture = new StaffFixture(settings(provider.issuer()));
    private static final ProviderSignIn signIn = Objects.requireNonNull(fixture.staff.provider());

    private static OidcSettings settings(String issuer) {
        return new OidcSettings(
                issuer,
                FakeProvider.CLIENT,
                FakeProvider.SECRET,
                "openid profile",
                "realm_access.roles",
                "visitenkarte_authority",
                "visitenkarte-manager",
                "visitenkarte-ministry",
                "visitenkarte-operator",
                false);
    }

    @BeforeEach
    void honestProvider() {
        fixture.turnThePage();
        provider.says(UnaryOperator.identity());
    }

    private static Arrival arrive() throws NotIdentified {
        Departure departure = signIn.depart("/board/?amt=musterstadt");
        return signIn.arrive(departure.secret(), provider.signIn(departure.address()));
    }

    private static Session session(Arrival arrival) {
        return fixture.staff.sessions().find(arrival.secret()).orElseThrow();
    }

    @Test
    void signsInWithRoleAndAuthorityOfTheProvider() throws NotIdentified {
        Arrival arrival = arrive();

        Session session = session(arrival);
        assertThat(arrival.next()).isEqualTo("/board/?amt=musterstadt");
        assertThat(session.staff().displayName()).isEqualTo("Erika Beispiel");
        assertThat(session.staff().role()).isEqualTo(Role.MANAGER);
        assertThat(session.staff().authorityId()).isEqualTo("musterstadt");
        assertThat(session.external()).isTrue();
        assertThat(session.oneTime()).isFalse();
        assertThat(fixture.auditedActions()).containsExactly("account-created", "signed-in");
    }

    @Test
    void asksWithStateNonceAndChallenge() {
        Departure departure = signIn.depart("/board/");

        assertThat(departure.address().toString())
                .startsWith(provider.issuer() + "/authorize?")
                .contains("response_type=code", "scope=openid", "code_challenge_method=S256")
                .contains("redirect_uri=https%3A%2F%2Fvisitenkarte.example%2Fconsole%2Fprovider%2Freturn")
                .contains("state=", "nonce=", "code_challenge=")
                .doesNotContain(departure.secret().value(), FakeProvider.SECRET);
    }

    @Test
    void samePersonHasTheSameAccountNextTime() throws NotIdentified {
        Session first = session(arrive());
        Session second = session(arrive());

        assertThat(second.staff()).isEqualTo(first.staff());
        assertThat(second.secret()).isNotEqualTo(first.secret());
        assertThat(fixture.isOver(first)).isFalse();
    }

    @Test
    void otherRoleAtTheProviderEndsTheSessionOfTheOldOne() throws NotIdentified {
        Session before = session(arrive());
        provider.says(claims -> claims.claim("realm_access", Map.of("roles", List.of("visitenkarte-ministry"))));

        Session after = session(arrive());

        assertThat(fixture.isOver(before)).isTrue();
        assertThat(after.staff().role()).isEqualTo(Role.MINISTRY);
        assertThat(after.staff().authorityId()).isNull();
        assertThat(fixture.auditedActions()).endsWith("account-changed", "signed-in");
    }

    @Test
    void disabledAccountStaysOut() throws NotIdentified {
        Session session = session(arrive());
        fixture.staff.accounts().disable(StaffFixture.BOSS, session.staff().accountId(), true);

        assertRefused(Reason.DISABLED, ProviderSignInIT::arrive);
        assertThat(fixture.isOver(session)).isTrue();
    }

    static Stream<Arguments> tokensThatProveNothing() {
        return Stream.of(
                token("other issuer", claims -> claims.issuer("https://evil.example")),
                token("other audience", claims -> claims.audience("somebody-else")),
                token("no audience", claims -> claims.audience((String) null)),
                token(
                        "made for another client",
                        claims -> claims.audience(List.of(FakeProvider.CLIENT, "other"))
                                .claim("azp", "other")),
                token(
                        "made for nobody in particular",
                        claims -> claims.audience(List.of(FakeProvider.CLIENT, "other"))),
                token("other nonce", claims -> claims.claim("nonce", "another")),
                token("no nonce", claims -> claims.claim("nonce", null)),
                token(
                        "expired",
                        claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120)))),
                token("without an end", claims -> claims.expirationTime(null)),
                token(
                        "from the future",
                        claims -> claims.issueTime(Date.from(Instant.now().plusSeconds(600)))),
                token("without a subject", claims -> claims.subject(null)));
    }

    private static Arguments token(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
        return Arguments.of(name, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void tokensThatProveNothing(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
        provider.says(change);

        assertRefused(Reason.NOT_VALID, ProviderSignInIT::arrive);
    }

    static Stream<Arguments> signaturesThatProveNothing() {
        return Stream.of(
                signature("none", PlainJWT::new),
                signature("another key", provider::signWithAnotherKey),
                signature("shared secret", ProviderSignInIT::signWithTheClientSecret));
    }

    private static Arguments signature(String name, Function<JWTClaimsSet, JWT> signing) {
        return Arguments.of(name, signing);
    }

    /** What HS256 would be, if it were allowed: known to whoever knows the client's secret. */
    private static SignedJWT signWithTheClientSecret(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            token.sign(new MACSigner((FakeProvider.SECRET + "0".repeat(32)).substring(0, 32)));
            return token;
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void signaturesThatProveNothing(String name, Function<JWTClaimsSet, JWT> signing) {
        provider.signs(signing);

        assertRefused(Reason.NOT_VALID, ProviderSignInIT::arrive);
    }

    static Stream<Arguments> claimsThatGiveNoRight() {
        return Stream.of(
                right(Reason.NO_ROLE, "no roles", claims -> claims.claim("realm_access", null)),
                right(Reason.NO_ROLE, "roles of others", claims -> claims.claim("realm_access", roles("admin"))),
                right(
                        Reason.NO_ROLE,
                        "two roles",
                        claims -> claims.claim("realm_access", roles("visitenkarte-manager", "visitenkarte-ministry"))),
                right(Reason.NO_AUTHORITY, "no authority", claims -> claims.claim("visitenkarte_authority", null)),
                right(
                        Reason.NO_AUTHORITY,
                        "two authorities",
                        claims -> claims.claim("visitenkarte_authority", List.of("musterstadt", "beispielheim"))),
                right(
                        Reason.NO_AUTHORITY,
                        "unknown authority",
                        claims -> claims.claim("visitenkarte_authority", "nirgendwo")));
    }

    private static Arguments right(Reason reason, String name, UnaryOperator<JWTClaimsSet.Builder> change) {
        return Arguments.of(reason, name, change);
    }

    private static Map<String, List<String>> roles(String... roles) {
        return Map.of("roles", List.of(roles));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void claimsThatGiveNoRight(Reason reason, String name, UnaryOperator<JWTClaimsSet.Builder> change) {
        provider.says(change);

        assertRefused(reason, ProviderSignInIT::arrive);
        assertThat(fixture.staff.accounts().list()).isEmpty();
    }

    @Test
    void sameAnswerWorksOnce() throws NotIdentified {
        Departure departure = signIn.depart("/board/");
        URI answer = provider.signIn(departure.address());
        signIn.arrive(departure.secret(), answer);

        assertRefused(Reason.NOT_EXPECTED, () -> signIn.arrive(departure.secret(), answer));
    }

    @Test
    void answerOfAnotherBrowserIsRefused() {
        URI answer = provider.signIn(signIn.depart("/board/").address());
        Departure own = signIn.depart("/board/");

        assertRefused(Reason.NOT_EXPECTED, () -> signIn.arrive(own.secret(), answer));
        assertRefused(Reason.NOT_EXPECTED, () -> signIn.arrive(null, answer));
    }

    @Test
    void answerThatComesLateIsRefused() {
        Departure departure = signIn.depart("/board/");
        fixture.clock.pass(Duration.ofMinutes(10));

        assertRefused(
                Reason.NOT_EXPECTED, () -> signIn.arrive(departure.secret(), provider.signIn(departure.address())));
    }

    @Test
    void answerInTheNameOfAnotherProviderIsRefused() {
        Departure departure = signIn.depart("/board/");
        URI answer = URI.create(
                provider.signIn(departure.address()).toString().replaceFirst("iss=.*", "iss=https://evil.example"));

        assertRefused(Reason.NOT_EXPECTED, () -> signIn.arrive(departure.secret(), answer));
    }

    @Test
    void refusalOfTheProviderIsNoSession() {
        Departure departure = signIn.depart("/board/");
        URI answer = URI.create(
                provider.signIn(departure.address()).toString().replaceFirst("code=[^&]*", "error=access_denied"));

        assertRefused(Reason.REFUSED_BY_PROVIDER, () -> signIn.arrive(departure.secret(), answer));
    }

    @Test
    void inventedCodeIsNoSession() {
        Departure departure = signIn.depart("/board/");
        URI answer =
                URI.create(provider.signIn(departure.address()).toString().replaceFirst("code=[^&]*", "code=invented"));

        assertRefused(Reason.NOT_EXPECTED, () -> signIn.arrive(departure.secret(), answer));
    }

    @Test
    void providerThatIsAwayIsTold() {
        OidcSettings nobody = settings("http://127.0.0.1:1");
        ProviderSignIn away = Objects.requireNonNull(new StaffFixture(nobody).staff.provider());

        assertThatThrownBy(() -> away.depart("/board/")).isInstanceOf(UnavailableException.class);
    }

    @Test
    void sessionEndsWhenTheProviderSaysSo() throws NotIdentified {
        Session session = session(arrive());

        signIn.end(provider.logoutToken(claims -> claims.subject("f:42").claim("sid", "another")));
        assertThat(fixture.isOver(session)).isFalse();
        signIn.end(provider.logoutToken(claims -> claims.subject("f:42").claim("sid", FakeProvider.SESSION)));
        assertThat(fixture.isOver(session)).isTrue();
    }

    @Test
    void nobodyElseEndsSessions() throws NotIdentified {
        Session session = session(arrive());

        for (String token : List.of(
                "",
                "no token",
                provider.logoutToken(claims -> claims.subject("f:42").audience("somebody-else")),
                provider.logoutToken(claims -> claims.subject("f:42").issuer("https://evil.example")),
                provider.logoutToken(claims -> claims.subject("f:42").claim("events", null)))) {
            assertThatThrownBy(() -> signIn.end(token)).as(token).isInstanceOf(NotIdentified.class);
        }
        assertThat(fixture.isOver(session)).isFalse();
    }

    @Test
    void signingOutAtTheProviderLeadsBack() {
        assertThat(signIn.signOut())
                .get()
                .asString()
                .startsWith(provider.issuer() + "/logout?")
                .contains("client_id=" + FakeProvider.CLIENT)
                .contains("post_logout_redirect_uri=https%3A%2F%2Fvisitenkarte.example%2Fconsole%2Fsign-in");
    }

    @FunctionalInterface
    private interface Attempt {
        Arrival make() throws NotIdentified;
    }

    private static void assertRefused(Reason reason, Attempt attempt) {
        assertThatThrownBy(attempt::make)
                .isInstanceOf(NotIdentified.class)
                .extracting(e -> ((NotIdentified) e).reason())
                .isEqualTo(reason);
        assertThat(fixture.auditedActions()).endsWith("sign-in-refused");
    }
}
