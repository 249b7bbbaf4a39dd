package de.visitenkarte.api.console;

import de.visitenkarte.api.staff.Role;
import de.visitenkarte.api.staff.Staff;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Where everybody begins: what there is for their role. */
@Hidden
@Path("/console")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"manager", "ministry", "operator"})
public final class HomePage {

    /**
     * What the template shows.
     *
     * @param operator whether to tell where the operator's tools are
     */
    record Content(boolean operator) {}

    /** Shows the links of the role. */
    @GET
    public ConsolePage show(@Auth Staff staff) {
        return ConsolePage.of("home", "Übersicht", new Content(staff.role() == Role.OPERATOR));
    }
}
