package de.visitenkarte.api.console;

import de.visitenkarte.api.audit.AuditBook;
import de.visitenkarte.api.audit.AuditFilter;
import de.visitenkarte.api.audit.AuditWatch;
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
import jakarta.ws.rs.core.UriBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who did what: for a manager what concerns the own authority, for ministry and operator everything. */
@Hidden
@Path("/console/audit")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"manager", "ministry", "operator"})
public final class AuditPage {

    private static final String PATH = "/console/audit";
    private static final int PAGE_LENGTH = 50;

    private final AuditBook book;
    private final AuditWatch watch;
    private final Supplier<List<AccountDao.Authority>> authorities;

    /** @param authorities all there are, by name */
    public AuditPage(AuditBook book, AuditWatch watch, Supplier<List<AccountDao.Authority>> authorities) {
        this.book = book;
        this.watch = watch;
        this.authorities = authorities;
    }

    /**
     * What the template shows.
     *
     * @param authority null for a manager, who has one
     * @param newestPath where the newest entries are; null if they are shown
     * @param olderPath where older entries are; null if there are none
     */
    record Content(
            Chain chain,
            Field from,
            Field actor,
            Choice action,
            @Nullable Choice authority,
            boolean all,
            boolean any,
            List<Row> rows,
            @Nullable String newestPath,
            @Nullable String olderPath) {}

    /** What the last look at the chain of hashes found. */
    record Chain(boolean good, boolean bad, String text) {}

    /** One entry. */
    record Row(
            String number,
            String at,
            String actor,
            String action,
            String authority,
            String subject,
            List<String> details) {}

    /** What was asked for, as it stands in the address. */
    private record Wish(
            @Nullable String from,
            @Nullable String actor,
            @Nullable String action,
            @Nullable String authority) {

        @Nullable
        String fromError() {
            return from == null || Typed.date(from).isPresent()
                    ? null
                    : "Bitte geben Sie ein Datum an, zum Beispiel 01.03.2026.";
        }

        AuditFilter filter(Staff staff) {
            Optional<LocalDate> day = Typed.date(from);
            return new AuditFilter(
                    day.map(each -> each.atStartOfDay(GermanTime.ZONE).toInstant())
                            .orElse(null),
                    actor,
                    action,
                    staff.role() == Role.MANAGER ? staff.authorityId() : authority);
        }

        String path(@Nullable Long before) {
            UriBuilder path = UriBuilder.fromPath(PATH);
            add(path, "from", from);
            add(path, "actor", actor);
            add(path, "action", action);
            add(path, "authority", authority);
            add(path, "before", before == null ? null : before.toString());
            return path.build().toString();
        }

        private static void add(UriBuilder path, String name, @Nullable String value) {
            if (value != null) {
                path.queryParam(name, "{" + name + "}").resolveTemplate(name, value);
            }
        }
    }

    /** Shows one page, the newest first. */
    @GET
    public ConsolePage show(
            @Auth Staff staff,
            @QueryParam("from") @Nullable String from,
            @QueryParam("actor") @Nullable String actor,
            @QueryParam("action") @Nullable String action,
            @QueryParam("authority") @Nullable String authority,
            @QueryParam("before") @Nullable String before) {
        Wish wish = new Wish(
                Typed.lineOrNull(from), Typed.lineOrNull(actor), Typed.lineOrNull(action), Typed.lineOrNull(authority));
        String first = Typed.line(before);
        boolean isPage = first.matches("\\d{1,18}");
        AuditBook.Page page =
                book.page(wish.filter(staff), isPage ? Long.parseLong(first) : Long.MAX_VALUE, PAGE_LENGTH);
        boolean all = staff.role() != Role.MANAGER;
        return ConsolePage.of(
                "audit",
                "Protokoll",
                new Content(
                        chain(),
                        Field.date("from", "Ab", Objects.requireNonNullElse(wish.from(), ""))
                                .error(wish.fromError()),
                        Field.text(
                                "actor", "Wer (Name oder Anmeldename)", Objects.requireNonNullElse(wish.actor(), "")),
                        Choice.of("action", "Was", Choice.withEmpty("alles", AuditTexts.actions(wish.action()))),
                        all ? authorities(wish.authority()) : null,
                        all,
                        !page.lines().isEmpty(),
                        page.lines().stream().map(AuditPage::row).toList(),
                        isPage ? wish.path(null) : null,
                        page.older() == null ? null : wish.path(page.older())));
    }

    private Choice authorities(@Nullable String chosen) {
        List<Choice.Option> options = authorities.get().stream()
                .map(each -> Choice.Option.of(each.id(), each.name(), chosen))
                .toList();
        return Choice.of("authority", "Behörde", Choice.withEmpty("alle", options));
    }

    private static Row row(AuditBook.Line line) {
        return new Row(
                Long.toString(line.number()),
                GermanTime.minute(line.occurredAt()),
                AuditTexts.thing(line.actor()),
                AuditTexts.action(line.action()),
                Objects.requireNonNullElse(line.authority(), "–"),
                line.subject().equals(line.actor()) ? "" : AuditTexts.thing(line.subject()),
                AuditTexts.details(line.details(), line.subject()));
    }

    private Chain chain() {
        return watch.last()
                .map(check -> {
                    String at = GermanTime.minute(check.at());
                    return check.finding().fault() == null
                            ? new Chain(
                                    true,
                                    false,
                                    "Zuletzt geprüft am " + at + ": Alle "
                                            + check.finding().entries() + " Einträge sind unverändert.")
                            : new Chain(
                                    false,
                                    true,
                                    "Geprüft am " + at
                                            + ": Das Protokoll wurde verändert oder gekürzt. Dem Protokoll ist ab der beschädigten Stelle nicht zu trauen. Bitte informieren Sie den Betrieb.");
                })
                .orElse(new Chain(false, false, "Seit dem Start des Servers noch nicht geprüft."));
    }
}
