package de.visitenkarte.api.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * The public holidays of Lower Saxony.
 *
 * @see "§ 2 NFeiertagsG, as amended in 2018 (31 October)"
 */
final class Holidays {

    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(10, 3),
            MonthDay.of(10, 31),
            MonthDay.of(12, 25),
            MonthDay.of(12, 26));

    /** Days after Easter Sunday: Good Friday, Easter Monday, Ascension, Whit Monday. */
    private static final Set<Long> AROUND_EASTER = Set.of(-2L, 1L, 39L, 50L);

    private Holidays() {}

    static boolean isHoliday(LocalDate date) {
        return FIXED.contains(MonthDay.from(date))
                || AROUND_EASTER.contains(
                        date.toEpochDay() - easter(date.getYear()).toEpochDay());
    }

    /**
     * Returns Easter Sunday of a Gregorian year.
     *
     * @see "the anonymous Gregorian algorithm, Nature 13 (1876), p. 487"
     */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int yearOfCentury = year % 100;
        int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int day = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, day / 31, day % 31 + 1);
    }
}
