package de.visitenkarte.api.console;

import de.visitenkarte.api.export.CsvForm;
import de.visitenkarte.api.export.ExportQuery;
import de.visitenkarte.api.export.Exports;
import de.visitenkarte.api.export.Figures;
import de.visitenkarte.api.staff.Role;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Released figures as a file. */
@Hidden
@Path("/console/exports")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"manager", "ministry"})
public final class ExportsPage {

    private static final int UNPROCESSABLE = 422;

    private final Exports exports;
    private final Clock clock;

    public ExportsPage(Exports exports, Clock clock) {
        this.exports = exports;
        this.clock = clock;
    }

    /**
     * What the template shows.
     *
     * @param authority null for a manager, who has one
     */
    record Content(
            boolean wrong,
            Choice figures,
            Choice periods,
            Field from,
            Field to,
            Choice question,
            @Nullable Choice authority,
            Choice form,
            List<Dictionary> dictionaries) {}

    /** What the columns of a kind of file mean. */
    record Dictionary(String code, String name) {}

    /** Asks what is wanted. */
    @GET
    public ConsolePage ask(@Auth Staff staff) {
        ExportForm start =
                ExportForm.start(Instant.now(clock).atZone(GermanTime.ZONE).toLocalDate());
        return page(staff, start, false);
    }

    /** Delivers it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response export(@Auth Staff staff, MultivaluedMap<String, String> typed) {
        ExportForm form = ExportForm.of(typed);
        Optional<ExportQuery> query = form.query();
        Optional<CsvForm> kind = CsvForm.find(form.form());
        return query.isEmpty() || kind.isEmpty()
                ? Response.status(UNPROCESSABLE).entity(page(staff, form, true)).build()
                : csv(exports.file(staff, query.get(), kind.get()));
    }

    /** Delivers what the columns mean. */
    @GET
    @Path("/columns/{figures}")
    public Response columns(@Auth Staff staff, @PathParam("figures") String figures) {
        return csv(Exports.dictionary(Figures.find(figures).orElseThrow(NotFoundException::new), CsvForm.EXCEL));
    }

    private static Response csv(Exports.File file) {
        StreamingOutput body = out -> file.content().write(out);
        return Response.ok(body)
                .type("text/csv; charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"")
                .build();
    }

    private ConsolePage page(Staff staff, ExportForm form, boolean checked) {
        return ConsolePage.of(
                "exports",
                "Export",
                new Content(
                        checked,
                        figures(form).error(checked ? form.figuresError() : null),
                        periods(form)
                                .hint("Je länger der Zeitraum, desto seltener sind es zu wenige Antworten.")
                                .error(checked ? form.periodsError() : null),
                        Field.date("from", "Von", form.from()).error(checked ? form.fromError() : null),
                        Field.date("to", "Bis", form.to()).error(checked ? form.toError() : null),
                        questions(staff, form).hint("Gilt nur für Bewertungen."),
                        staff.role() == Role.MINISTRY ? authorities(staff, form) : null,
                        forms(form).error(checked ? form.formError() : null),
                        Arrays.stream(Figures.values())
                                .map(each -> new Dictionary(each.code(), ExportTexts.of(each)))
                                .toList()));
    }

    private static Choice figures(ExportForm form) {
        return Choice.of(
                "figures",
                "Was",
                Arrays.stream(Figures.values())
                        .map(each -> Choice.Option.of(each.code(), ExportTexts.of(each), form.figures()))
                        .toList());
    }

    private static Choice periods(ExportForm form) {
        return Choice.of(
                "periods",
                "Zusammengefasst über",
                ExportForm.PERIODS.stream()
                        .map(each -> Choice.Option.of(each.label(), ExportTexts.of(each), form.periods()))
                        .toList());
    }

    private Choice questions(Staff staff, ExportForm form) {
        List<Choice.Option> options = exports.questions(staff).stream()
                .map(each -> Choice.Option.of(each, ExportTexts.ofQuestion(each), form.question()))
                .toList();
        return Choice.of("question", "Frage", Choice.withEmpty("alle", options));
    }

    private Choice authorities(Staff staff, ExportForm form) {
        List<Choice.Option> options = exports.authorities(staff).stream()
                .map(each -> Choice.Option.of(each.id(), each.name(), form.authority()))
                .toList();
        return Choice.of("authority", "Behörde", Choice.withEmpty("alle, mit Summen", options));
    }

    private static Choice forms(ExportForm form) {
        return Choice.of(
                "form",
                "Format",
                Arrays.stream(CsvForm.values())
                        .map(each -> Choice.Option.of(each.code(), ExportTexts.of(each), form.form()))
                        .toList());
    }
}
