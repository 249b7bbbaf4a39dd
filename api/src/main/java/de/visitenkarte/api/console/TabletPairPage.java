package de.visitenkarte.api.console;

import de.visitenkarte.api.device.AreaChoice;
import de.visitenkarte.api.device.Confirmation;
import de.visitenkarte.api.device.TabletName;
import de.visitenkarte.api.device.Tablets;
import de.visitenkarte.api.device.UserCode;
import de.visitenkarte.api.staff.Pages;
import de.visitenkarte.api.staff.Staff;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pairs the tablet that shows a code. Somebody far away may have sent a manager the code of a tablet of their own; hence the
 * questions whether the manager stands before it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8628#section-5.4">RFC 8628, section 5.4</a>
 */
@Hidden
@Path("/console/tablets/pair")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("manager")
public final class TabletPairPage {

    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final String CODE_UNFIT =
            "Ein Code hat acht Buchstaben, zum Beispiel BCDF-GHJK. Vokale kommen nicht vor.";
    private static final String CODE_UNKNOWN =
            "Kein Tablet wartet mit diesem Code. Codes gelten zehn Minuten: Lesen Sie noch einmal ab, was das Tablet jetzt zeigt.";

    private final Tablets tablets;

    public TabletPairPage(Tablets tablets) {
        this.tablets = tablets;
    }

    /**
     * What the template shows.
     *
     * @param anyArea whether there is an area to put a tablet in
     * @param presentError what to say if the box was not ticked; null if it was
     */
    record Content(
            boolean wrong,
            boolean anyArea,
            Field code,
            Choice area,
            Field name,
            boolean present,
            @Nullable String presentError) {}

    /** What was typed, with what is wrong about it. */
    private record Form(
            String code,
            String area,
            String name,
            boolean present,
            @Nullable String codeError,
            @Nullable String areaError,
            @Nullable String nameError,
            @Nullable String presentError) {

        boolean isWrong() {
            return codeError != null || areaError != null || nameError != null || presentError != null;
        }

        Form withCodeError(String error) {
            return new Form(code, area, name, present, error, areaError, nameError, presentError);
        }
    }

    /** Asks; the code of the address stands in its field. */
    @GET
    public ConsolePage ask(@Auth Staff staff, @QueryParam("code") @Nullable String code) {
        String known = UserCode.find(Typed.line(code)).map(UserCode::shown).orElse("");
        return page(staff, new Form(known, "", "", false, null, null, null, null));
    }

    /** Pairs. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response pair(
            @Auth Staff staff,
            @FormParam("code") @Nullable String code,
            @FormParam("area") @Nullable String area,
            @FormParam("name") @Nullable String name,
            @FormParam("present") @Nullable String present) {
        Form form = check(Typed.line(code), Typed.line(area), Typed.line(name), present != null);
        Optional<TabletName> called = TabletName.find(form.name());
        if (form.isWrong() || called.isEmpty()) {
            return wrong(staff, form);
        }
        return answer(staff, form, tablets.confirm(staff, form.code(), form.area(), called.get()));
    }

    /** Refuses the tablet that shows the code. */
    @POST
    @Path("/deny")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response deny(@Auth Staff staff, @FormParam("code") @Nullable String code) {
        Form form = new Form(Typed.line(code), "", "", false, null, null, null, null);
        return UserCode.find(form.code()).isEmpty()
                ? wrong(staff, form.withCodeError(CODE_UNFIT))
                : answer(staff, form, tablets.deny(staff, form.code()));
    }

    private static Form check(String code, String area, String name, boolean present) {
        return new Form(
                code,
                area,
                name,
                present,
                UserCode.find(code).isPresent() ? null : CODE_UNFIT,
                area.isEmpty() ? "Bitte wählen Sie, wo das Tablet steht." : null,
                TabletName.find(name).isPresent()
                        ? null
                        : "Bitte geben Sie einen Namen mit höchstens " + TabletName.LONGEST + " Zeichen an.",
                present ? null : "Bitte bestätigen Sie, dass Sie vor dem Tablet stehen.");
    }

    private Response answer(Staff staff, Form form, Confirmation confirmation) {
        if (confirmation instanceof Confirmation.Paired) {
            return Pages.to(TabletsPage.PATH + "?done=paired");
        }
        if (confirmation instanceof Confirmation.Denied) {
            return Pages.to(TabletsPage.PATH + "?done=denied");
        }
        if (confirmation instanceof Confirmation.TooManyTries tries) {
            return later(staff, form, tries.retryAfter());
        }
        return wrong(staff, form.withCodeError(CODE_UNKNOWN));
    }

    private Response later(Staff staff, Form form, Duration pause) {
        long seconds = pause.plusMillis(999).toSeconds();
        String error = "Zu viele falsche Codes. Bitte warten Sie " + (seconds + 59) / 60 + " Min.";
        return Response.status(TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .entity(page(staff, form.withCodeError(error)))
                .build();
    }

    private Response wrong(Staff staff, Form form) {
        return Response.status(UNPROCESSABLE).entity(page(staff, form)).build();
    }

    private ConsolePage page(Staff staff, Form form) {
        List<AreaChoice> areas = tablets.listAreas(staff);
        return ConsolePage.of(
                "tablet-pair",
                "Tablet koppeln",
                new Content(
                        form.isWrong(),
                        !areas.isEmpty(),
                        Field.text("code", "Code auf dem Tablet", form.code())
                                .hint(
                                        "Acht Buchstaben. Große und kleine Buchstaben sind gleich, der Strich kann fehlen.")
                                .error(form.codeError()),
                        area(areas, form),
                        Field.text("name", "Name des Tablets", form.name())
                                .hint("Wo es steht, zum Beispiel „Ausgang links“. Bitte keine Namen von Personen.")
                                .error(form.nameError()),
                        form.present(),
                        form.presentError()));
    }

    /** Where there is only one area there is nothing to choose. */
    private static Choice area(List<AreaChoice> areas, Form form) {
        List<Choice.Option> options = areas.stream()
                .map(each -> Choice.Option.of(
                        each.areaId(),
                        each.officeName() + ": " + each.areaName(),
                        areas.size() == 1 ? each.areaId() : form.area()))
                .toList();
        return Choice.of("area", "Bereich", Choice.withEmpty("Bitte wählen", options))
                .hint("Gezählt wird für den Bereich, nie für einen Schalter.")
                .error(form.areaError());
    }
}
