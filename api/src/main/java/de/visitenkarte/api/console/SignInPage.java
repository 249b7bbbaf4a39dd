package de.visitenkarte.api.console;

import de.visitenkarte.api.staff.Pages;
import de.visitenkarte.api.staff.Session;
import de.visitenkarte.api.staff.SessionCookie;
import de.visitenkarte.api.staff.SignIn;
import de.visitenkarte.api.staff.SignIn.Outcome;
import de.visitenkarte.api.staff.Staff;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Signing in with a password, and signing out. */
@Hidden
@Path("/console")
@Produces(MediaType.TEXT_HTML)
public final class SignInPage {

    private static final String TITLE = "Anmelden";
    private static final int UNAUTHORIZED = 401;
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY_REQUESTS = 429;

    private final SignIn signIn;
    private final boolean passwords;
    private final boolean provider;

    /**
     * Serves the page.
     *
     * @param passwords whether there are accounts with a password
     * @param provider whether an identity provider is configured
     */
    public SignInPage(SignIn signIn, boolean passwords, boolean provider) {
        this.signIn = signIn;
        this.passwords = passwords;
        this.provider = provider;
    }

    /**
     * What the template shows.
     *
     * @param error what went wrong; null if nothing did
     * @param notice what was done; null if there is nothing to tell
     * @param providerPath where the identity provider's way begins; null if there is none
     */
    record Content(
            boolean passwords,
            Field login,
            Field password,
            String next,
            @Nullable String error,
            @Nullable String notice,
            @Nullable String providerPath) {}

    /** Shows the form. */
    @GET
    @Path("/sign-in")
    @PermitAll
    public ConsolePage show(@QueryParam(Pages.NEXT) @Nullable String next, @QueryParam("done") @Nullable String done) {
        String notice = done == null
                ? null
                : switch (done) {
                    case "out" -> "Sie sind abgemeldet.";
                    case "password" -> "Ihr Passwort ist geändert. Bitte melden Sie sich damit an.";
                    default -> null;
                };
        return page(Pages.next(next), "", null, notice);
    }

    /** Signs in. */
    @POST
    @Path("/sign-in")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enter(
            @FormParam("login") @DefaultValue("") String login,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam(Pages.NEXT) @Nullable String wanted) {
        String next = Pages.next(wanted);
        if (login.isBlank() || password.isEmpty()) {
            return Response.status(UNPROCESSABLE)
                    .entity(incomplete(next, login, password))
                    .build();
        }
        Outcome outcome = passwords ? signIn.withPassword(login, password) : new Outcome.Refused();
        if (outcome instanceof Outcome.SignedIn in) {
            String page = in.oneTime() ? Pages.withNext(Pages.FIRST_PASSWORD, next) : next;
            return Response.fromResponse(Pages.to(page))
                    .cookie(SessionCookie.of(in.secret()))
                    .build();
        }
        if (outcome instanceof Outcome.Later later) {
            return Response.status(TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, seconds(later.pause()))
                    .entity(page(
                            next, login, "Zu viele Versuche. Bitte warten Sie " + words(later.pause()) + ".", null))
                    .build();
        }
        return Response.status(UNAUTHORIZED)
                .entity(page(next, login, "Anmeldename oder Passwort stimmt nicht.", null))
                .build();
    }

    /** Signs out. */
    @POST
    @Path("/sign-out")
    @RolesAllowed({"manager", "ministry", "operator"})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response leave(@Auth Staff staff, @Context ContainerRequestContext request) {
        Session session = Session.of(request).orElseThrow();
        signIn.out(session);
        return Response.fromResponse(Pages.to(session.external() ? Pages.PROVIDER_SIGNED_OUT : Pages.SIGNED_OUT))
                .cookie(SessionCookie.gone())
                .build();
    }

    private ConsolePage page(String next, String login, @Nullable String error, @Nullable String notice) {
        return page(next, login(login), password(), error, notice);
    }

    private ConsolePage incomplete(String next, String login, String password) {
        return page(
                next,
                login(login).error(login.isBlank() ? "Bitte geben Sie Ihren Anmeldenamen ein." : null),
                password().error(password.isEmpty() ? "Bitte geben Sie Ihr Passwort ein." : null),
                null,
                null);
    }

    private ConsolePage page(
            String next, Field login, Field password, @Nullable String error, @Nullable String notice) {
        String way = provider ? Pages.withNext(Pages.PROVIDER, next) : null;
        return ConsolePage.of("sign-in", TITLE, new Content(passwords, login, password, next, error, notice, way));
    }

    private static Field login(String value) {
        return Field.text("login", "Anmeldename", value).autocomplete("username");
    }

    private static Field password() {
        return Field.password("password", "Passwort", "current-password");
    }

    /** Rounded up: a client that comes back at once is not early. */
    private static long seconds(Duration wait) {
        return wait.plusMillis(999).toSeconds();
    }

    private static String words(Duration wait) {
        long seconds = seconds(wait);
        return seconds < 90 ? seconds + " Sekunden" : (seconds + 59) / 60 + " Minuten";
    }
}
