package de.visitenkarte.api.visitfile;

import de.visitenkarte.api.intake.Assessment;
import de.visitenkarte.api.intake.Verdict.Reason;
import de.visitenkarte.api.registry.Integration;
import de.visitenkarte.api.visit.VisitAssessment;
import de.visitenkarte.api.visit.VisitItem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads one line: a visit that passes the same assessment as those of a queue system, or all that is wrong with it. */
final class LineReader {

    private static final Set<String> YES = Set.of("ja", "j", "yes", "y", "true", "wahr", "1", "x");
    private static final Set<String> NO = Set.of("nein", "n", "no", "false", "falsch", "0", "-");

    /** For the other columns of a line whose office is not known. */
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Headings headings;
    private final Integration integration;
    private final Instant now;
    private final List<FileContent.Line> visits;
    private final List<Fault> faults;

    LineReader(
            Headings headings,
            Integration integration,
            Instant now,
            List<FileContent.Line> visits,
            List<Fault> faults) {
        this.headings = headings;
        this.integration = integration;
        this.now = now;
        this.visits = visits;
        this.faults = faults;
    }

    void read(int line, String[] cells) {
        int before = faults.size();
        if (cells.length > headings.count()) {
            faults.add(new Fault(
                    line,
                    "",
                    "Die Zeile hat mehr Felder als Überschriften (%d statt %d)."
                            .formatted(cells.length, headings.count())));
        }
        String officeId = office(line, cells);
        ZoneId zone = officeId == null ? BERLIN : integration.zones().getOrDefault(officeId, BERLIN);
        LocalDate day = headings.has(Column.DATE) ? date(line, cells, Column.DATE) : null;
        BiFunction<Column, Boolean, @Nullable Instant> time =
                (column, required) -> instant(line, cells, column, required, day, zone);
        Instant arrivedAt = time.apply(Column.ARRIVED, true);
        Instant calledAt = time.apply(Column.CALLED, true);
        Instant finishedAt = time.apply(Column.FINISHED, false);
        boolean withAppointment = appointment(line, cells);
        LocalDate bookedOn = headings.cell(cells, Column.BOOKED).isEmpty() ? null : date(line, cells, Column.BOOKED);
        if (faults.size() == before) {
            // Its number comes later: which one depends on what was imported before.
            assess(line, new VisitItem(1, officeId, arrivedAt, calledAt, finishedAt, withAppointment, bookedOn));
        }
    }

    private void assess(int line, VisitItem visit) {
        Assessment assessment = VisitAssessment.assess(visit, integration, now);
        if (assessment instanceof Assessment.Acceptable acceptable) {
            visits.add(new FileContent.Line(line, acceptable.key(), visit, acceptable.bodyHash()));
        } else if (assessment instanceof Assessment.Unacceptable unacceptable) {
            faults.add(explain(line, unacceptable.reason()));
        }
    }

    private Fault explain(int line, Reason reason) {
        return switch (reason) {
            case TIMES_OUT_OF_ORDER ->
                new Fault(
                        line,
                        Column.CALLED.heading(),
                        "Erwartet: Ankunft vor Aufruf vor Ende, nicht in der Zukunft und nicht älter als zwei Jahre.");
            case TOO_OLD ->
                new Fault(
                        line,
                        Column.CALLED.heading(),
                        "Erwartet: ein Tag ab "
                                + integration.acceptsFrom().atZone(BERLIN).toLocalDate()
                                + "; ältere Besuche werden nicht mehr gezählt.");
            case WAIT_TOO_LONG ->
                new Fault(line, Column.CALLED.heading(), "Erwartet: höchstens 24 Stunden nach der Ankunft.");
            case BOOKING_NOT_PLAUSIBLE ->
                new Fault(
                        line,
                        Column.BOOKED.heading(),
                        "Erwartet: nur bei Besuchen mit Termin, am Tag des Besuchs oder bis zu fünf Jahre davor.");
            default -> new Fault(line, "", "Diese Zeile kann nicht angenommen werden: " + reason + ".");
        };
    }

    private @Nullable String office(int line, String[] cells) {
        if (!headings.has(Column.OFFICE)) {
            return integration.zones().keySet().iterator().next();
        }
        String office = headings.cell(cells, Column.OFFICE);
        if (integration.zones().containsKey(office)) {
            return office;
        }
        String known =
                String.join(", ", integration.zones().keySet().stream().sorted().toList());
        faults.add(new Fault(line, Column.OFFICE.heading(), "Erwartet: " + known + "."));
        return null;
    }

    private boolean appointment(int line, String[] cells) {
        String word = headings.cell(cells, Column.APPOINTMENT).toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            faults.add(new Fault(line, Column.APPOINTMENT.heading(), "Erwartet: ja oder nein."));
        }
        return YES.contains(word);
    }

    private @Nullable LocalDate date(int line, String[] cells, Column column) {
        Optional<LocalDate> date = LocalTimes.date(headings.cell(cells, column));
        if (date.isEmpty()) {
            faults.add(new Fault(line, column.heading(), "Erwartet: ein Datum wie 23.11.2026 oder 2026-11-23."));
        }
        return date.orElse(null);
    }

    private @Nullable Instant instant(
            int line, String[] cells, Column column, boolean required, @Nullable LocalDate day, ZoneId zone) {
        String text = headings.cell(cells, column);
        if (text.isEmpty() && !required) {
            return null;
        }
        Optional<Instant> instant = LocalTimes.instant(text, day, zone);
        // A date that cannot be read has been reported already.
        if (instant.isEmpty() && (day != null || !headings.has(Column.DATE))) {
            faults.add(new Fault(
                    line,
                    column.heading(),
                    headings.has(Column.DATE)
                            ? "Erwartet: eine Uhrzeit wie 08:15."
                            : "Erwartet: Datum und Uhrzeit wie 23.11.2026 08:15 oder 2026-11-23T08:15."));
        }
        return instant.orElse(null);
    }
}
