package de.visitenkarte.api.console;

import de.visitenkarte.api.measure.Measure;
import de.visitenkarte.api.measure.MeasureDraft;
import de.visitenkarte.api.measure.Measures;
import de.visitenkarte.api.staff.Pages;
import de.visitenkarte.api.staff.Staff;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Logs a measure, changes it, takes it back. */
@Hidden
@Path("/console/measures")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed("manager")
public final class MeasureFormPage {

    private static final int UNPROCESSABLE = 422;

    private final Measures measures;

    public MeasureFormPage(Measures measures) {
        this.measures = measures;
    }

    /**
     * What the template shows.
     *
     * @param id of the measure that is changed; null for a new one
     */
    record Content(
            @Nullable String id,
            String action,
            boolean wrong,
            Field startsOn,
            Field endsOn,
            Choice field,
            Field title,
            TextBox text) {}

    /** What the confirmation shows. */
    record Confirmation(String id, String title, String span) {}

    /** Asks for a new one. */
    @GET
    @Path("/new")
    public ConsolePage askNew(@Auth Staff staff) {
        return page(null, MeasureForm.EMPTY, false);
    }

    /** Logs a new one. */
    @POST
    @Path("/new")
    public Response log(@Auth Staff staff, MultivaluedMap<String, String> typed) {
        MeasureForm form = form(typed);
        Optional<MeasureDraft> draft = form.draft();
        if (draft.isEmpty()) {
            return Response.status(UNPROCESSABLE).entity(page(null, form, true)).build();
        }
        measures.log(staff, draft.get());
        return Pages.to(MeasuresPage.PATH + "?done=logged");
    }

    /** Asks what to change. */
    @GET
    @Path("/{id}")
    public ConsolePage askChange(@Auth Staff staff, @PathParam("id") String id) {
        return page(id, MeasureForm.of(counting(staff, id).content()), false);
    }

    /** Changes it. */
    @POST
    @Path("/{id}")
    public Response change(@Auth Staff staff, @PathParam("id") String id, MultivaluedMap<String, String> typed) {
        counting(staff, id);
        MeasureForm form = form(typed);
        Optional<MeasureDraft> draft = form.draft();
        if (draft.isEmpty()) {
            return Response.status(UNPROCESSABLE).entity(page(id, form, true)).build();
        }
        measures.change(staff, id, draft.get());
        return Pages.to(MeasuresPage.PATH + "?done=changed");
    }

    /** Asks whether to take it back. */
    @GET
    @Path("/{id}/withdraw")
    public ConsolePage askWithdrawal(@Auth Staff staff, @PathParam("id") String id) {
        MeasureDraft measure = counting(staff, id).content();
        return ConsolePage.of(
                "measure-withdraw",
                "Maßnahme zurückziehen",
                new Confirmation(id, measure.title(), GermanTime.span(measure.startsOn(), measure.endsOn())));
    }

    /** Takes it back. */
    @POST
    @Path("/{id}/withdraw")
    public Response withdraw(@Auth Staff staff, @PathParam("id") String id) {
        measures.withdraw(staff, id);
        return Pages.to(MeasuresPage.PATH + "?done=withdrawn");
    }

    private static MeasureForm form(MultivaluedMap<String, String> typed) {
        return new MeasureForm(
                Typed.line(typed.getFirst("startsOn")),
                Typed.line(typed.getFirst("endsOn")),
                Typed.line(typed.getFirst("field")),
                Typed.line(typed.getFirst("title")),
                Typed.text(typed.getFirst("text")));
    }

    private Measure counting(Staff staff, String id) {
        return Optional.of(measures.get(staff, id)).filter(Measure::counts).orElseThrow(NotFoundException::new);
    }

    private static ConsolePage page(@Nullable String id, MeasureForm form, boolean checked) {
        return ConsolePage.of(
                "measure",
                id == null ? "Maßnahme eintragen" : "Maßnahme bearbeiten",
                new Content(
                        id,
                        MeasuresPage.PATH + "/" + (id == null ? "new" : id),
                        checked,
                        Field.date("startsOn", "Beginn", form.startsOn())
                                .hint("Der erste Tag, an dem sie galt.")
                                .error(checked ? form.startError() : null),
                        Field.date("endsOn", "Ende (freiwillig)", form.endsOn())
                                .hint("Leer, wenn sie dauerhaft gilt.")
                                .error(checked ? form.endError() : null),
                        Choice.of(
                                        "field",
                                        "Handlungsfeld",
                                        Choice.withEmpty("Bitte wählen", MeasureTexts.options(form.field())))
                                .error(checked ? form.fieldError() : null),
                        Field.text("title", "Titel", form.title())
                                .hint("Höchstens " + MeasureDraft.LONGEST_TITLE
                                        + " Zeichen, zum Beispiel „Terminvergabe über das Internet“.")
                                .error(checked ? form.titleError() : null),
                        new TextBox(
                                "text",
                                "Beschreibung (freiwillig)",
                                form.text(),
                                "Was wurde geändert, für wen, mit welchem Aufwand? Höchstens "
                                        + MeasureDraft.LONGEST_TEXT + " Zeichen. Bitte keine Namen von Personen.",
                                MeasureDraft.LONGEST_TEXT,
                                checked ? form.textError() : null)));
    }
}
