package de.visitenkarte.api.export;

import de.visitenkarte.api.gate.Period;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted. Periods are those of the fixed grid: every one that has a day in common with the range is written whole.
 *
 * @param periods day, week, month or quarter
 * @param from first day
 * @param to last day
 * @param questionId of ratings; null for all, and where there are no questions
 * @param authorityId whose; null for all that the reader may see
 */
public record ExportQuery(
        Figures figures,
        Period.Kind periods,
        LocalDate from,
        LocalDate to,
        @Nullable String questionId,
        @Nullable String authorityId) {

    /**
     * Checks what can be wrong.
     *
     * @throws IllegalArgumentException if the range is empty, or the pieces are not on the grid that people see
     */
    public ExportQuery {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("The last day lies before the first");
        }
        if (periods == Period.Kind.HOUR || periods == Period.Kind.WEEK_OF_MONTH) {
            throw new IllegalArgumentException("Figures are exported by day, week, month or quarter");
        }
    }

    /** Returns the query for one authority. */
    ExportQuery of(@Nullable String authority) {
        return new ExportQuery(figures, periods, from, to, questionId, authority);
    }
}
