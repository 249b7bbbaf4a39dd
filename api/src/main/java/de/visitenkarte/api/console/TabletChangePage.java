package de.visitenkarte.api.console;

import de.visitenkarte.api.device.Tablet;
import de.visitenkarte.api.device.TabletName;
import de.visitenkarte.api.device.Tablets;
import de.visitenkarte.api.staff.Pages;
import de.visitenkarte.api.staff.Staff;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Another name, a new key, or the end of a tablet; each is asked for on a page of its own. */
@Hidden
@Path("/console/tablets/{id}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed("manager")
public final class TabletChangePage {

    private static final int UNPROCESSABLE = 422;

    private final Tablets tablets;

    public TabletChangePage(Tablets tablets) {
        this.tablets = tablets;
    }

    /**
     * What the templates show.
     *
     * @param field for the name; null where nothing is typed
     */
    record Content(
            String id,
            String name,
            String area,
            String office,
            @Nullable Field field) {}

    /** Asks for another name. */
    @GET
    @Path("/rename")
    public ConsolePage askName(@Auth Staff staff, @PathParam("id") String id) {
        Tablet tablet = inUse(staff, id);
        return naming(tablet, tablet.name(), null);
    }

    /** Gives another name. */
    @POST
    @Path("/rename")
    public Response rename(@Auth Staff staff, @PathParam("id") String id, @FormParam("name") @Nullable String name) {
        Tablet tablet = inUse(staff, id);
        String typed = Typed.line(name);
        Optional<TabletName> wanted = TabletName.find(typed);
        if (wanted.isEmpty()) {
            String error = "Bitte geben Sie einen Namen mit höchstens " + TabletName.LONGEST + " Zeichen an.";
            return Response.status(UNPROCESSABLE)
                    .entity(naming(tablet, typed, error))
                    .build();
        }
        tablets.rename(staff, id, wanted.get());
        return Pages.to(TabletsPage.PATH + "?done=renamed");
    }

    /** Asks whether to take it out of use. */
    @GET
    @Path("/revoke")
    public ConsolePage askRevocation(@Auth Staff staff, @PathParam("id") String id) {
        return ConsolePage.of("tablet-revoke", "Tablet abmelden", content(inUse(staff, id), null));
    }

    /** Takes it out of use. */
    @POST
    @Path("/revoke")
    public Response revoke(@Auth Staff staff, @PathParam("id") String id) {
        tablets.revoke(staff, id);
        return Pages.to(TabletsPage.PATH + "?done=revoked");
    }

    /** Asks whether it shall fetch a new key. */
    @GET
    @Path("/token")
    public ConsolePage askToken(@Auth Staff staff, @PathParam("id") String id) {
        return ConsolePage.of("tablet-token", "Schlüssel erneuern", content(inUse(staff, id), null));
    }

    /** Lets it fetch a new key. */
    @POST
    @Path("/token")
    public Response renewToken(@Auth Staff staff, @PathParam("id") String id) {
        tablets.rotate(staff, inUse(staff, id).id());
        return Pages.to(TabletsPage.PATH + "?done=token");
    }

    private static ConsolePage naming(Tablet tablet, String typed, @Nullable String error) {
        Field field = Field.text("name", "Neuer Name", typed)
                .hint("Wo es steht, zum Beispiel „Ausgang links“. Bitte keine Namen von Personen.")
                .error(error);
        return ConsolePage.of("tablet-rename", "Tablet umbenennen", content(tablet, field));
    }

    private static Content content(Tablet tablet, @Nullable Field field) {
        return new Content(tablet.id(), tablet.name(), tablet.areaName(), tablet.officeName(), field);
    }

    private Tablet inUse(Staff staff, String id) {
        return tablets.list(staff).stream()
                .filter(tablet -> tablet.id().equals(id) && tablet.revokedAt() == null)
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
