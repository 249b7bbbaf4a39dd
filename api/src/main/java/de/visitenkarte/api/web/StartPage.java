package de.visitenkarte.api.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Leads whoever types the bare address to the board. */
@Hidden
@Path("/")
@PermitAll
public final class StartPage {

    /** Returns where the board is. */
    @GET
    public Response toBoard() {
        return Response.seeOther(URI.create("/board/")).build();
    }
}
