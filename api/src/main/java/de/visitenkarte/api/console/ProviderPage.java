package de.visitenkarte.api.console;

import de.visitenkarte.api.oidc.NotIdentified;
import de.visitenkarte.api.staff.Pages;
import de.visitenkarte.api.staff.ProviderSignIn;
import de.visitenkarte.api.staff.SessionCookie;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BadRequestException;
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
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The way over the identity provider: there, back, and the end that the provider announces. */
@Hidden
@Path(Pages.PROVIDER)
@Produces(MediaType.TEXT_HTML)
@PermitAll
public final class ProviderPage {

    private static final String COOKIE = "__Host-visitenkarte-departure";
    private static final int FORBIDDEN = 403;

    private final ProviderSignIn signIn;

    public ProviderPage(ProviderSignIn signIn) {
        this.signIn = signIn;
    }

    /** What the template shows. */
    record Content(String explanation) {}

    /** Sends the browser to the provider. */
    @GET
    public Response depart(@QueryParam(Pages.NEXT) @Nullable String next) {
        ProviderSignIn.Departure departure = signIn.depart(Pages.next(next));
        int seconds = (int) ProviderSignIn.LONGEST_ABSENCE.toSeconds();
        return Response.seeOther(departure.address())
                .cookie(SessionCookie.cookie(COOKIE, departure.secret().value(), seconds))
                .build();
    }

    /** Takes the browser back. */
    @GET
    @Path("/return")
    public Response arrive(@Context ContainerRequestContext request) {
        NewCookie gone = SessionCookie.cookie(COOKIE, "", 0);
        try {
            ProviderSignIn.Arrival arrival = signIn.arrive(
                    SessionCookie.find(request, COOKIE).orElse(null),
                    request.getUriInfo().getRequestUri());
            return Response.fromResponse(Pages.to(arrival.next()))
                    .cookie(SessionCookie.of(arrival.secret()), gone)
                    .build();
        } catch (NotIdentified e) {
            return Response.status(FORBIDDEN)
                    .entity(ConsolePage.of(
                            "provider-refused", "Anmeldung nicht möglich", new Content(explanation(e.reason()))))
                    .cookie(gone)
                    .build();
        }
    }

    private static String explanation(NotIdentified.Reason reason) {
        return switch (reason) {
            case REFUSED_BY_PROVIDER -> "Die Anmeldung mit dem Dienstkonto wurde abgebrochen oder abgelehnt.";
            case NOT_EXPECTED, NOT_VALID ->
                "Die Anmeldung ließ sich nicht bestätigen. Vielleicht hat sie zu lange gedauert, oder die Seite wurde ein"
                        + " zweites Mal geladen.";
            case NO_ROLE ->
                "Ihr Dienstkonto hat für Visitenkarte keine eindeutige Rolle. Bitte wenden Sie sich an das Ministerium.";
            case NO_AUTHORITY ->
                "Ihrem Dienstkonto ist keine Behörde zugeordnet, die hier bekannt ist. Bitte wenden Sie sich an das"
                        + " Ministerium.";
            case DISABLED -> "Ihr Konto ist gesperrt. Bitte wenden Sie sich an das Ministerium.";
        };
    }

    /** Ends the provider's own session too, for whoever signed out here. */
    @GET
    @Path("/signed-out")
    public Response signedOut() {
        return signIn.signOut()
                .map(address -> ConsolePage.of("provider-signed-out", "Abgemeldet", new SignedOut(address.toString())))
                .map(page -> Response.ok(page).build())
                .orElseGet(() -> Pages.to(Pages.SIGNED_OUT));
    }

    /** What the template shows after signing out. */
    record SignedOut(String address) {}

    /** Hears from the provider, not from a browser, that a session has ended there. */
    @POST
    @Path("/sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.WILDCARD)
    public Response end(@FormParam("logout_token") @DefaultValue("") String token) {
        try {
            signIn.end(token);
            return Response.noContent().build();
        } catch (NotIdentified e) {
            throw new BadRequestException(e);
        }
    }
}
