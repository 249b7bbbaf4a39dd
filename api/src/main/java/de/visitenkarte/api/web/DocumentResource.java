package de.visitenkarte.api.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.InternalServerErrorException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;

/** What a developer reads: the description of this api, and of its problems. */
@Hidden
@Path("/")
@PermitAll
public final class DocumentResource {

    /** Returns the OpenAPI 3.1 document, made from the code when it was built. */
    @GET
    @Path("/v1/openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] openApi() throws IOException {
        return read("/openapi.json");
    }

    /** Returns the page that the {@code type} of a problem leads to, in Markdown. */
    @GET
    @Path("/problems")
    @Produces("text/plain; charset=utf-8")
    public byte[] problems() throws IOException {
        return read("/problems.md");
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream document = DocumentResource.class.getResourceAsStream(name)) {
            if (document == null) {
                throw new InternalServerErrorException(name + " is missing in this build");
            }
            return document.readAllBytes();
        }
    }
}
