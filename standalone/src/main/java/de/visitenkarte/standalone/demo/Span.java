package de.visitenkarte.standalone.demo;

import de.visitenkarte.api.calendar.OpeningHours;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A stretch of time in seconds since 1970-01-01T00:00:00Z.
 *
 * @param to exclusive
 */
record Span(long from, long to) {

    Span {
        if (from > to) {
            throw new IllegalArgumentException("a span ends after it begins: " + from + "…" + to);
        }
    }

    /** Returns the opening of an office on a date. */
    static Span of(OpeningHours.Hours hours, LocalDate date, ZoneId zone) {
        return new Span(
                hours.opensAt(date, zone).getEpochSecond(),
                hours.closesAt(date, zone).getEpochSecond());
    }
}
