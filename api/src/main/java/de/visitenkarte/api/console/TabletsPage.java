package de.visitenkarte.api.console;

import de.visitenkarte.api.device.Tablet;
import de.visitenkarte.api.device.Tablets;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tablets of the manager's authority, and how they are. How often each was used is not told, and must never be. */
@Hidden
@Path("/console/tablets")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("manager")
public final class TabletsPage {

    static final String PATH = "/console/tablets";

    private final Tablets tablets;
    private final Clock clock;

    public TabletsPage(Tablets tablets, Clock clock) {
        this.tablets = tablets;
        this.clock = clock;
    }

    /**
     * What the template shows.
     *
     * @param notice what was done; null if there is nothing to tell
     * @param any whether there is a tablet in use
     */
    record Content(
            @Nullable String notice,
            boolean any,
            String summary,
            boolean troubled,
            List<Row> inUse,
            boolean anyRevoked,
            List<Row> revoked) {}

    /**
     * One tablet.
     *
     * @param tokenDue whether it is to fetch a new key
     * @param report null if it has never reported
     */
    record Row(
            String id,
            String name,
            String area,
            String office,
            String since,
            boolean fine,
            boolean tokenDue,
            List<String> alarms,
            @Nullable Report report) {}

    /**
     * What it last said of itself.
     *
     * @param battery null if it does not tell
     * @param refused whether the server refused ratings of it for good
     */
    record Report(String at, String queue, @Nullable String battery, String version, boolean refused) {}

    /** Lists them. */
    @GET
    public ConsolePage list(@Auth Staff staff, @QueryParam("done") @Nullable String done) {
        Instant now = clock.instant();
        List<Tablet> all = tablets.list(staff);
        List<Tablet> used =
                all.stream().filter(each -> each.revokedAt() == null).toList();
        List<Tablet> revoked =
                all.stream().filter(each -> each.revokedAt() != null).toList();
        long troubled = used.stream().filter(each -> !each.alarms().isEmpty()).count();
        return ConsolePage.of(
                "tablets",
                "Tablets",
                new Content(
                        notice(done),
                        !used.isEmpty(),
                        summary(used.size(), troubled),
                        troubled > 0,
                        used.stream().map(each -> row(each, now)).toList(),
                        !revoked.isEmpty(),
                        revoked.stream().map(each -> row(each, now)).toList()));
    }

    private static Row row(Tablet tablet, Instant now) {
        Tablet.Report report = tablet.lastReport();
        Instant since = tablet.revokedAt() == null ? tablet.pairedAt() : tablet.revokedAt();
        return new Row(
                tablet.id(),
                tablet.name(),
                tablet.areaName(),
                tablet.officeName(),
                since == null ? "" : GermanTime.day(since),
                tablet.alarms().isEmpty() && report != null,
                tablet.tokenDue(),
                tablet.alarms().stream().sorted().map(TabletTexts::of).toList(),
                report == null
                        ? null
                        : new Report(
                                GermanTime.recent(report.heardAt(), now),
                                TabletTexts.queue(report),
                                TabletTexts.battery(report),
                                report.appVersion(),
                                report.refusedUpTo() > 0));
    }

    private static String summary(long all, long troubled) {
        if (troubled == 0) {
            return all == 1 ? "Das Tablet ist in Ordnung." : "Alle " + all + " Tablets sind in Ordnung.";
        }
        return all == 1
                ? "Das Tablet braucht Ihre Aufmerksamkeit."
                : troubled + " von " + all + " Tablets " + (troubled == 1 ? "braucht" : "brauchen")
                        + " Ihre Aufmerksamkeit.";
    }

    private static @Nullable String notice(@Nullable String done) {
        return done == null
                ? null
                : switch (done) {
                    case "paired" ->
                        "Das Tablet ist gekoppelt. In wenigen Sekunden zeigt es die Frage; seine erste Meldung kommt in den nächsten fünf Minuten.";
                    case "denied" -> "Der Code ist abgelehnt. Wer ihn benutzen wollte, bekommt keinen Zugang.";
                    case "renamed" -> "Der Name ist geändert.";
                    case "revoked" ->
                        "Das Tablet ist abgemeldet. Was es ab jetzt sendet, wird nicht gezählt, bis der Betrieb es freigibt.";
                    case "token" -> "Das Tablet holt sich mit der nächsten Meldung einen neuen Schlüssel.";
                    default -> null;
                };
    }
}
