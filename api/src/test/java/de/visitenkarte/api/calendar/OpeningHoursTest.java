package de.visitenkarte.api.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.visitenkarte.api.calendar.OpeningHours.Hours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class OpeningHoursTest {

    private static final OpeningHours OFFICE = OpeningHours.parse("Mo-Mi 08:00-16:00, Do 08:00-18:00, Fr 08:00-12:30");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final OpeningHours EVERY_DAY = OpeningHours.parse("Mo-So 06:00-23:00");

    @Test
    void readsRangesAndSingleDays() {
        assertThat(OFFICE.on(DayOfWeek.TUESDAY)).isEqualTo(new Hours(LocalTime.of(8, 0), LocalTime.of(16, 0)));
        assertThat(OFFICE.on(DayOfWeek.THURSDAY)).isEqualTo(new Hours(LocalTime.of(8, 0), LocalTime.of(18, 0)));
        assertThat(OFFICE.on(DayOfWeek.FRIDAY)).isEqualTo(new Hours(LocalTime.of(8, 0), LocalTime.of(12, 30)));
        assertThat(OFFICE.on(DayOfWeek.SATURDAY)).isNull();
    }

    @Test
    void treatsHolidayAsSunday() {
        LocalDate easterMonday = LocalDate.of(2026, 4, 6);

        assertThat(OFFICE.on(easterMonday)).isNull();
        assertThat(EVERY_DAY.on(easterMonday)).isNotNull();
    }

    @Test
    void followsLocalTimeThroughTheYear() {
        assertThat(opensAt(LocalDate.of(2026, 10, 24))).isEqualTo("2026-10-24T04:00:00Z");
        assertThat(opensAt(LocalDate.of(2026, 10, 25))).isEqualTo("2026-10-25T05:00:00Z");
        assertThat(opensAt(LocalDate.of(2027, 3, 27))).isEqualTo("2027-03-27T05:00:00Z");
        assertThat(opensAt(LocalDate.of(2027, 3, 28))).isEqualTo("2027-03-28T04:00:00Z");
    }

    @Test
    void writesWhatItRead() {
        assertThat(OFFICE).hasToString("Mo-Mi 08:00-16:00, Do 08:00-18:00, Fr 08:00-12:30");
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertThatThrownBy(() -> OpeningHours.parse("Mo-Fr ab 8"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Mo-Fr ab 8");
        assertThatThrownBy(() -> OpeningHours.parse("Xx 08:00-16:00")).hasMessageContaining("Xx");
        assertThatThrownBy(() -> OpeningHours.parse("Mo 16:00-08:00")).hasMessageContaining("16:00-08:00");
    }

    @Test
    void countsOpenTimeOnly() {
        assertThat(openBetween("2026-11-23T13:00:00Z", "2026-11-23T14:00:00Z")).isEqualTo(Duration.ofHours(1));
        assertThat(openBetween("2026-11-23T14:30:00Z", "2026-11-24T07:30:00Z"))
                .as("half an hour in the evening, half an hour in the morning")
                .isEqualTo(Duration.ofHours(1));
        assertThat(openBetween("2026-11-27T11:30:00Z", "2026-11-30T07:00:00Z"))
                .as("over the weekend")
                .isZero();
        assertThat(openBetween("2026-11-23T14:00:00Z", "2026-11-23T13:00:00Z")).isZero();
    }

    @Test
    void stopsCountingWhenItIsEnough() {
        assertThat(openBetween("1990-01-01T00:00:00Z", "2026-11-30T07:00:00Z"))
                .isBetween(Duration.ofHours(2), Duration.ofHours(10));
    }

    private static Duration openBetween(String from, String to) {
        return OFFICE.openBetween(Instant.parse(from), Instant.parse(to), BERLIN, Duration.ofHours(2));
    }

    private static String opensAt(LocalDate date) {
        Hours hours = EVERY_DAY.on(date);
        assertThat(hours).isNotNull();
        return hours.opensAt(date, BERLIN).toString();
    }
}
