package de.visitenkarte.api.console;

import de.visitenkarte.api.measure.FieldOfAction;
import de.visitenkarte.api.measure.Measure;
import de.visitenkarte.api.measure.Measures;
import de.visitenkarte.api.staff.AccountDao;
import de.visitenkarte.api.staff.Role;
import de.visitenkarte.api.staff.Staff;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The measures: a manager's own to look after, all of them for the ministry to read. */
@Hidden
@Path("/console/measures")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"manager", "ministry"})
public final class MeasuresPage {

    static final String PATH = "/console/measures";

    private static final int LONGEST_LIST = 200;

    private final Measures measures;
    private final Supplier<List<AccountDao.Authority>> authorities;
    private final Clock clock;

    /** @param authorities all there are, by name */
    public MeasuresPage(Measures measures, Supplier<List<AccountDao.Authority>> authorities, Clock clock) {
        this.measures = measures;
        this.authorities = authorities;
        this.clock = clock;
    }

    /**
     * What the template shows.
     *
     * @param notice what was done; null if there is nothing to tell
     * @param own whether the reader logs measures
     * @param authority which authority is shown; null for a manager, who has one
     * @param more whether there are older ones that are not shown
     */
    record Content(
            @Nullable String notice,
            boolean own,
            boolean any,
            boolean filtered,
            @Nullable Choice authority,
            Choice field,
            List<Row> rows,
            boolean more) {}

    /**
     * One measure.
     *
     * @param state running, done, planned or withdrawn, in German
     * @param action whether the reader may change it
     */
    record Row(
            String id,
            String span,
            String field,
            String title,
            String text,
            @Nullable String authority,
            String state,
            boolean withdrawn,
            boolean action) {}

    /** Lists them, the latest first. */
    @GET
    public ConsolePage list(
            @Auth Staff staff,
            @QueryParam("authority") @Nullable String authority,
            @QueryParam("field") @Nullable String field,
            @QueryParam("done") @Nullable String done) {
        boolean own = staff.role() == Role.MANAGER;
        String whose = own ? null : Typed.lineOrNull(authority);
        FieldOfAction about = FieldOfAction.find(Typed.line(field)).orElse(null);
        List<Measure> found = measures.list(staff, whose, about, LONGEST_LIST + 1);
        LocalDate today = Instant.now(clock).atZone(GermanTime.ZONE).toLocalDate();
        return ConsolePage.of(
                "measures",
                "Maßnahmen",
                new Content(
                        notice(done),
                        own,
                        !found.isEmpty(),
                        whose != null || about != null,
                        own ? null : authorities(whose),
                        Choice.of(
                                "field",
                                "Handlungsfeld",
                                Choice.withEmpty("alle", MeasureTexts.options(about == null ? null : about.code()))),
                        found.stream()
                                .limit(LONGEST_LIST)
                                .map(each -> row(each, own, today))
                                .toList(),
                        found.size() > LONGEST_LIST));
    }

    private Choice authorities(@Nullable String chosen) {
        List<AccountDao.Authority> all = authorities.get();
        return Choice.of(
                "authority",
                "Behörde",
                Choice.withEmpty(
                        "alle",
                        all.stream()
                                .map(each -> Choice.Option.of(each.id(), each.name(), chosen))
                                .toList()));
    }

    private static Row row(Measure measure, boolean own, LocalDate today) {
        return new Row(
                measure.id(),
                GermanTime.span(measure.content().startsOn(), measure.content().endsOn()),
                MeasureTexts.of(measure.content().field()),
                measure.content().title(),
                measure.content().text(),
                own ? null : measure.authorityName(),
                state(measure, today),
                !measure.counts(),
                own && measure.counts());
    }

    private static String state(Measure measure, LocalDate today) {
        if (!measure.counts()) {
            return "zurückgezogen am " + GermanTime.day(Objects.requireNonNull(measure.withdrawnAt()));
        }
        if (measure.content().startsOn().isAfter(today)) {
            return "geplant";
        }
        return measure.isOpen(today) ? "läuft" : "abgeschlossen";
    }

    private static @Nullable String notice(@Nullable String done) {
        return done == null
                ? null
                : switch (done) {
                    case "logged" -> "Die Maßnahme ist eingetragen.";
                    case "changed" -> "Die Maßnahme ist geändert.";
                    case "withdrawn" -> "Die Maßnahme ist zurückgezogen. Sie bleibt in der Liste und zählt nicht mehr.";
                    default -> null;
                };
    }
}
