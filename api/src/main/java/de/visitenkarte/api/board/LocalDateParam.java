package de.visitenkarte.api.board;

import jakarta.ws.rs.BadRequestException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** A local date in a query, e.g. {@code 2026-10-01}. Public, because Jersey cannot call it otherwise. */
public record LocalDateParam(LocalDate date) {

    /**
     * Reads a date.
     *
     * @throws BadRequestException if it is none
     */
    @SuppressWarnings("unused") // Called by Jersey.
    public static LocalDateParam valueOf(String text) {
        try {
            return new LocalDateParam(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw new BadRequestException(e);
        }
    }
}
