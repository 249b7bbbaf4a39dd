package de.visitenkarte.api.console;

import de.visitenkarte.api.staff.AccountFault;
import de.visitenkarte.api.staff.OwnPassword;
import de.visitenkarte.api.staff.Pages;
import de.visitenkarte.api.staff.Secret;
import de.visitenkarte.api.staff.Session;
import de.visitenkarte.api.staff.SessionCookie;
import de.visitenkarte.api.staff.Staff;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Hidden;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One's own password: the first one of one's own, and another one later. */
@Hidden
@Path("/console")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed({"manager", "ministry", "operator"})
public final class PasswordPage {

    private static final int UNPROCESSABLE = 422;
    private static final String HINT = "Mindestens 12 Zeichen. Am besten mehrere Wörter, die nur Sie verbinden.";

    private static final Set<AccountFault> OF_PRESENT =
            EnumSet.of(AccountFault.PASSWORD_WRONG, AccountFault.NOT_LOCAL, AccountFault.TOO_MANY_TRIES);

    private final OwnPassword own;

    public PasswordPage(OwnPassword own) {
        this.own = own;
    }

    /**
     * What the template shows.
     *
     * @param first whether a one-time password is replaced
     * @param present the field for the present password; null if it was given just now
     */
    record Content(
            boolean first,
            String action,
            @Nullable Field present,
            Field wanted,
            Field repeated,
            String next,
            boolean done) {}

    /** Asks for the first password of one's own. */
    @GET
    @Path("/first-password")
    public Response askFirst(
            @Auth Staff staff,
            @Context ContainerRequestContext request,
            @QueryParam(Pages.NEXT) @Nullable String next) {
        return isFirst(request)
                ? Response.ok(first(Pages.next(next), null, null)).build()
                : Pages.to(Pages.next(next));
    }

    /** Replaces the one-time password and goes on. */
    @POST
    @Path("/first-password")
    public Response setFirst(
            @Auth Staff staff,
            @Context ContainerRequestContext request,
            @FormParam("wanted") @DefaultValue("") String wanted,
            @FormParam("repeated") @DefaultValue("") String repeated,
            @FormParam(Pages.NEXT) @Nullable String wantedNext) {
        String next = Pages.next(wantedNext);
        if (!isFirst(request)) {
            return Pages.to(next);
        }
        if (!wanted.equals(repeated)) {
            return unprocessable(first(next, null, AccountTexts.NOT_REPEATED));
        }
        try {
            return goOn(own.replaceOneTime(staff, wanted), next);
        } catch (AccountFault.Refused e) {
            return unprocessable(first(next, AccountTexts.of(e.fault()), null));
        }
    }

    /** Asks for another password. */
    @GET
    @Path("/password")
    public ConsolePage ask(@Auth Staff staff, @QueryParam("done") @Nullable String done) {
        return change(null, null, null, done != null);
    }

    /** Replaces the password. */
    @POST
    @Path("/password")
    public Response set(
            @Auth Staff staff,
            @FormParam("present") @DefaultValue("") String present,
            @FormParam("wanted") @DefaultValue("") String wanted,
            @FormParam("repeated") @DefaultValue("") String repeated) {
        if (!wanted.equals(repeated)) {
            return unprocessable(change(null, null, AccountTexts.NOT_REPEATED, false));
        }
        try {
            return goOn(own.change(staff, present, wanted), "/console/password?done=changed");
        } catch (AccountFault.Refused e) {
            String text = AccountTexts.of(e.fault());
            boolean ofPresent = OF_PRESENT.contains(e.fault());
            return unprocessable(change(ofPresent ? text : null, ofPresent ? null : text, null, false));
        }
    }

    private static boolean isFirst(ContainerRequestContext request) {
        return Session.of(request).filter(Session::oneTime).isPresent();
    }

    private static Response goOn(Secret secret, String next) {
        return Response.fromResponse(Pages.to(next))
                .cookie(SessionCookie.of(secret))
                .build();
    }

    private static Response unprocessable(ConsolePage page) {
        return Response.status(UNPROCESSABLE).entity(page).build();
    }

    private static ConsolePage first(String next, @Nullable String wantedError, @Nullable String repeatedError) {
        return ConsolePage.of(
                "password",
                "Eigenes Passwort festlegen",
                new Content(
                        true,
                        Pages.FIRST_PASSWORD,
                        null,
                        wanted().error(wantedError),
                        repeated().error(repeatedError),
                        next,
                        false));
    }

    private static ConsolePage change(
            @Nullable String presentError, @Nullable String wantedError, @Nullable String repeatedError, boolean done) {
        return ConsolePage.of(
                "password",
                "Passwort ändern",
                new Content(
                        false,
                        "/console/password",
                        Field.password("present", "Bisheriges Passwort", "current-password")
                                .error(presentError),
                        wanted().error(wantedError),
                        repeated().error(repeatedError),
                        "",
                        done));
    }

    private static Field wanted() {
        return Field.password("wanted", "Neues Passwort", "new-password").hint(HINT);
    }

    private static Field repeated() {
        return Field.password("repeated", "Neues Passwort wiederholen", "new-password");
    }
}
