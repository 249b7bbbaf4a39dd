package de.visitenkarte.standalone.demo;

import de.visitenkarte.api.calendar.OpeningHours.Hours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When visitors come to an office: a Poisson process whose intensity follows weekday and hour.
 *
 * <p>The shape (mornings and Mondays are busy, noon is not, half an hour before closing nobody is admitted) is invented.
 */
final class Demand {

    private static final double[] FROM_MONDAY_TO_FRIDAY = {1.15, 1.0, 0.9, 1.05, 1.0};

    private static final int FIRST_HOUR = 7;
    private static final double[] FROM_FIRST_HOUR = {1.0, 1.15, 1.3, 1.25, 1.05, 0.8, 0.85, 1.0, 0.95, 0.8, 0.7};
    private static final double QUIET = 0.3;
    private static final double HIGHEST = 1.15 * 1.3;
    private static final int CLOSED_TO_NEWCOMERS_MINUTES = 30;

    private final Office office;
    /** Weight times seconds of an average day from Monday to Friday. */
    private final double averageDay;

    Demand(Office office) {
        this.office = office;
        this.averageDay = averageDay();
    }

    /**
     * Returns when visitors of an area arrive, ascending, in seconds since 1970-01-01T00:00:00Z; none on a day closed.
     *
     * @param busyness what the day is to an average one; 1 is average
     */
    List<Long> arrivals(Area area, LocalDate date, double busyness, Chance chance) {
        List<Long> arrivals = new ArrayList<>();
        Hours open = office.openingHours().on(date);
        if (open == null) {
            return arrivals;
        }
        Hours busy = office.staffingHours().on(date);
        Span span = Span.of(open, date, Office.ZONE);
        double perSecond = area.visitsPerDay() * busyness / averageDay;
        double at = span.from();
        // Thinning: candidates at the highest intensity, each kept with the share that applies at its time.
        while ((at += chance.exponential(1 / (perSecond * HIGHEST))) < span.to()) {
            LocalTime time =
                    Instant.ofEpochSecond((long) at).atZone(Office.ZONE).toLocalTime();
            if (chance.happens(weight(open, busy, date.getDayOfWeek(), time) / HIGHEST)) {
                arrivals.add((long) at);
            }
        }
        return arrivals;
    }

    private double averageDay() {
        double sum = 0;
        // Always in the same order: the sum must be the same to the last bit on every start.
        for (int i = 0; i < FROM_MONDAY_TO_FRIDAY.length; i++) {
            DayOfWeek day = DayOfWeek.of(i + 1);
            Hours open = office.openingHours().on(day);
            if (open != null) {
                Hours busy = office.staffingHours().on(day);
                for (LocalTime time = open.from(); time.isBefore(open.to()); time = time.plusMinutes(1)) {
                    sum += 60 * weight(open, busy, day, time);
                }
            }
        }
        return sum / FROM_MONDAY_TO_FRIDAY.length;
    }

    private static double weight(Hours open, @Nullable Hours busy, DayOfWeek day, LocalTime time) {
        if (!time.isBefore(open.to().minusMinutes(CLOSED_TO_NEWCOMERS_MINUTES))) {
            return 0;
        }
        if (busy == null || !busy.contains(time)) {
            return QUIET;
        }
        double ofWeekday =
                day.getValue() <= FROM_MONDAY_TO_FRIDAY.length ? FROM_MONDAY_TO_FRIDAY[day.getValue() - 1] : 1;
        return ofWeekday * FROM_FIRST_HOUR[time.getHour() - FIRST_HOUR];
    }
}
