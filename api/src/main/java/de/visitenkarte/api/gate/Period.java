package de.visitenkarte.api.gate;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;

/**
 * One piece of the fixed grid that time is released on, in the local time of the office.
 *
 * @param start first local day
 * @param end first local day after it
 */
public record Period(Kind kind, LocalDate start, LocalDate end, Instant startsAt, Instant endsAt) {

    /**
     * Disjoint pieces, from the finest to the coarsest. Hours exist for waits only. No figure is about the part of a week that
     * lies in one month: it is the longest piece that both a week and a month are made of.
     */
    public enum Kind {
        HOUR,
        DAY,
        WEEK_OF_MONTH,
        WEEK,
        MONTH,
        QUARTER;

        private final String label = name().toLowerCase(Locale.ROOT);

        /** The name in the database and for readers. */
        public String label() {
            return label;
        }
    }

    /** Returns the day, week, month and quarter that a local day lies in. */
    public static List<Period> of(LocalDate day, ZoneId zone) {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate month = day.withDayOfMonth(1);
        LocalDate quarter = day.with(IsoFields.DAY_OF_QUARTER, 1);
        return List.of(
                of(Kind.DAY, day, day.plusDays(1), zone),
                of(Kind.WEEK, monday, monday.plusWeeks(1), zone),
                of(Kind.MONTH, month, month.plusMonths(1), zone),
                of(Kind.QUARTER, quarter, quarter.plusMonths(3), zone));
    }

    /** Returns the hour of the local clock that an instant lies in; one that comes twice in autumn is two. */
    public static Period hourOf(Instant instant, ZoneId zone) {
        Instant hour = instant.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
        LocalDate day = hour.atZone(zone).toLocalDate();
        return new Period(Kind.HOUR, day, day.plusDays(1), hour, hour.plus(1, ChronoUnit.HOURS));
    }

    /** Returns what two pieces have in common. */
    public Period common(Period other, Kind commonKind, ZoneId zone) {
        LocalDate from = start.isBefore(other.start) ? other.start : start;
        LocalDate until = end.isAfter(other.end) ? other.end : end;
        return of(commonKind, from, until, zone);
    }

    private static Period of(Kind kind, LocalDate start, LocalDate end, ZoneId zone) {
        return new Period(
                kind,
                start,
                end,
                start.atStartOfDay(zone).toInstant(),
                end.atStartOfDay(zone).toInstant());
    }
}
