package de.visitenkarte.api.console;

import de.visitenkarte.api.export.CsvForm;
import de.visitenkarte.api.export.ExportQuery;
import de.visitenkarte.api.export.Figures;
import de.visitenkarte.api.gate.Period;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was chosen for a file, and what is wrong with it.
 *
 * @param question of ratings; empty for all
 * @param authority empty for all that the reader may see
 */
record ExportForm(
        String figures, String periods, String from, String to, String question, String authority, String form) {

    /** On the grid that people see, from the coarsest to the finest. */
    static final List<Period.Kind> PERIODS =
            List.of(Period.Kind.QUARTER, Period.Kind.MONTH, Period.Kind.WEEK, Period.Kind.DAY);

    private static final String DAY_UNFIT = "Bitte geben Sie ein Datum an, zum Beispiel 01.03.2026.";

    /** Returns the months of the last year. */
    static ExportForm start(LocalDate today) {
        LocalDate from = today.withDayOfMonth(1).minusMonths(11);
        return new ExportForm(
                Figures.RATINGS.code(),
                Period.Kind.MONTH.label(),
                from.toString(),
                today.toString(),
                "",
                "",
                CsvForm.EXCEL.code());
    }

    static ExportForm of(MultivaluedMap<String, String> typed) {
        return new ExportForm(
                Typed.line(typed.getFirst("figures")),
                Typed.line(typed.getFirst("periods")),
                Typed.line(typed.getFirst("from")),
                Typed.line(typed.getFirst("to")),
                Typed.line(typed.getFirst("question")),
                Typed.line(typed.getFirst("authority")),
                Typed.line(typed.getFirst("form")));
    }

    /** Returns what to export; empty if something is wrong. */
    Optional<ExportQuery> query() {
        Optional<Figures> known = Figures.find(figures);
        Optional<Period.Kind> kind = kind();
        Optional<LocalDate> first = Typed.date(from);
        Optional<LocalDate> last = Typed.date(to);
        if (known.isEmpty() || kind.isEmpty() || first.isEmpty() || last.isEmpty() || toError() != null) {
            return Optional.empty();
        }
        boolean ofQuestion = known.get() == Figures.RATINGS && !question.isEmpty();
        return Optional.of(new ExportQuery(
                known.get(),
                kind.get(),
                first.get(),
                last.get(),
                ofQuestion ? question : null,
                authority.isEmpty() ? null : authority));
    }

    private Optional<Period.Kind> kind() {
        return PERIODS.stream().filter(each -> each.label().equals(periods)).findFirst();
    }

    @Nullable
    String figuresError() {
        return Figures.find(figures).isPresent() ? null : "Bitte wählen Sie, was Sie brauchen.";
    }

    @Nullable
    String periodsError() {
        return kind().isPresent() ? null : "Bitte wählen Sie einen Zeitraum.";
    }

    @Nullable
    String fromError() {
        return Typed.date(from).isPresent() ? null : DAY_UNFIT;
    }

    @Nullable
    String toError() {
        Optional<LocalDate> last = Typed.date(to);
        if (last.isEmpty()) {
            return DAY_UNFIT;
        }
        return Typed.date(from).filter(last.get()::isBefore).isPresent() ? "Das Ende liegt vor dem Beginn." : null;
    }

    @Nullable
    String formError() {
        return CsvForm.find(form).isPresent() ? null : "Bitte wählen Sie ein Format.";
    }
}
