package de.visitenkarte.standalone.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** What changes slowly over the history. All of it is invented. */
final class Trend {

    private static final double SEASON = 0.06;
    private static final double SEASON_PEAK_DAY_OF_YEAR = 280;
    private static final double PILOT_DAYS = 120;

    private final LocalDate firstDay;

    /** @param firstDay the day on which the pilot begins */
    Trend(LocalDate firstDay) {
        this.firstDay = firstDay;
    }

    /** Returns the factor of demand: highest in early October, when the semester begins. */
    static double season(LocalDate date) {
        double phase = (date.getDayOfYear() - SEASON_PEAK_DAY_OF_YEAR) / 365.25;
        return 1 + SEASON * StrictMath.cos(2 * StrictMath.PI * phase);
    }

    /** Returns how much of its gain a pilot authority has reached: 0 on the first day, almost two thirds after 120 days. */
    double pilotGain(LocalDate date) {
        return 1 - StrictMath.exp(-Math.max(0, ChronoUnit.DAYS.between(firstDay, date)) / PILOT_DAYS);
    }
}
