package de.visitenkarte.api.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int DAY = 0;
    private static final int WEEK = 1;
    private static final int MONTH = 2;
    private static final int QUARTER = 3;

    @ParameterizedTest
    @CsvSource({"2026-03-29, 23", "2026-10-25, 25", "2026-11-23, 24"})
    void dayHasAsManyHoursAsOnTheClockOfTheOffice(LocalDate date, long hours) {
        Period day = Period.of(date, BERLIN).get(DAY);

        assertThat(Duration.between(day.startsAt(), day.endsAt())).isEqualTo(Duration.ofHours(hours));
    }

    @Test
    void dayBeginsAtLocalMidnight() {
        assertThat(Period.of(LocalDate.parse("2026-07-01"), BERLIN).get(DAY).startsAt())
                .isEqualTo("2026-06-30T22:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22, 2026-11-16, 2026-11-23", // Sunday
        "2026-11-23, 2026-11-23, 2026-11-30", // Monday
        "2027-01-01, 2026-12-28, 2027-01-04", // ISO week 53 of 2026
        "2024-12-31, 2024-12-30, 2025-01-06", // ISO week 1 of 2025
    })
    void weekRunsFromMondayAcrossTheYear(LocalDate day, LocalDate start, LocalDate end) {
        assertStartsAndEnds(Period.of(day, BERLIN).get(WEEK), start, end);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29, 2024-02-01, 2024-03-01",
        "2026-12-31, 2026-12-01, 2027-01-01",
    })
    void monthIsTheCalendarMonth(LocalDate day, LocalDate start, LocalDate end) {
        assertStartsAndEnds(Period.of(day, BERLIN).get(MONTH), start, end);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-01-01, 2026-04-01",
        "2026-06-30, 2026-04-01, 2026-07-01",
        "2026-08-15, 2026-07-01, 2026-10-01",
        "2026-12-31, 2026-10-01, 2027-01-01",
    })
    void quarterIsThreeCalendarMonths(LocalDate day, LocalDate start, LocalDate end) {
        assertStartsAndEnds(Period.of(day, BERLIN).get(QUARTER), start, end);
    }

    @Property
    void everyDayLiesInOneDayWeekMonthAndQuarter(@ForAll @IntRange(min = 0, max = 40_000) int epochDay) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        List<Period> periods = Period.of(date, BERLIN);

        assertThat(periods)
                .extracting(Period::kind)
                .containsExactly(Period.Kind.DAY, Period.Kind.WEEK, Period.Kind.MONTH, Period.Kind.QUARTER);
        assertThat(periods).allMatch(each -> !date.isBefore(each.start()) && date.isBefore(each.end()));
        assertThat(periods.get(WEEK).start().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
    }

    @Property
    void daysFollowEachOtherWithoutGap(@ForAll @IntRange(min = 0, max = 40_000) int epochDay) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);

        assertThat(Period.of(date, BERLIN).get(DAY).endsAt())
                .isEqualTo(Period.of(date.plusDays(1), BERLIN).get(DAY).startsAt());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:59:59Z, 2026-11-23T10:00:00Z, 2026-11-23",
        "2026-11-22T23:00:00Z, 2026-11-22T23:00:00Z, 2026-11-23",
        "2026-10-25T00:30:00Z, 2026-10-25T00:00:00Z, 2026-10-25", // 2:30 for the first time
        "2026-10-25T01:30:00Z, 2026-10-25T01:00:00Z, 2026-10-25", // and for the second
    })
    void hourBelongsToItsLocalDay(Instant instant, Instant startsAt, LocalDate day) {
        Period hour = Period.hourOf(instant, BERLIN);

        assertThat(hour.kind()).isEqualTo(Period.Kind.HOUR);
        assertThat(hour.startsAt()).isEqualTo(startsAt);
        assertThat(hour.endsAt()).isEqualTo(startsAt.plus(Duration.ofHours(1)));
        assertStartsAndEnds(hour, day, day.plusDays(1));
    }

    /** Otherwise its first half hour would belong to the day before. */
    @Test
    void hourOfAZoneWithHalfHoursIsThatOfItsClock() {
        ZoneId kolkata = ZoneId.of("Asia/Kolkata");
        Period hour = Period.hourOf(Instant.parse("2026-11-22T18:45:00Z"), kolkata);

        assertThat(hour.startsAt()).isEqualTo("2026-11-22T18:30:00Z");
        assertStartsAndEnds(hour, LocalDate.parse("2026-11-23"), LocalDate.parse("2026-11-24"));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-29, 23", "2026-10-25, 25", "2028-02-29, 24", "2026-11-23, 24"})
    void hoursOfADayAreDisjointAndFillIt(LocalDate date, int hours) {
        Period day = Period.of(date, BERLIN).get(DAY);
        List<Period> each = Stream.iterate(
                        day.startsAt(), day.endsAt()::isAfter, bucket -> bucket.plus(Duration.ofMinutes(15)))
                .map(bucket -> Period.hourOf(bucket, BERLIN))
                .distinct()
                .toList();

        assertThat(each).hasSize(hours).allMatch(hour -> hour.start().equals(date));
        for (int i = 0; i < hours; i++) {
            assertThat(each.get(i).startsAt()).isEqualTo(day.startsAt().plus(Duration.ofHours(i)));
        }
    }

    @Test
    void leapDayBelongsToItsWeekMonthAndQuarter() {
        List<Period> periods = Period.of(LocalDate.parse("2028-02-29"), BERLIN);

        assertStartsAndEnds(periods.get(WEEK), LocalDate.parse("2028-02-28"), LocalDate.parse("2028-03-06"));
        assertStartsAndEnds(periods.get(MONTH), LocalDate.parse("2028-02-01"), LocalDate.parse("2028-03-01"));
        assertStartsAndEnds(periods.get(QUARTER), LocalDate.parse("2028-01-01"), LocalDate.parse("2028-04-01"));
        assertThat(Duration.between(
                        periods.get(QUARTER).startsAt(), periods.get(QUARTER).endsAt()))
                .as("91 days, one of which has 23 hours")
                .isEqualTo(Duration.ofDays(91).minusHours(1));
    }

    private static void assertStartsAndEnds(Period period, LocalDate start, LocalDate end) {
        assertThat(period.start()).isEqualTo(start);
        assertThat(period.end()).isEqualTo(end);
    }
}
