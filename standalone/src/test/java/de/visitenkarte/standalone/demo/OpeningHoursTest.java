package de.visitenkarte.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.visitenkarte.standalone.demo.OpeningHours.Hours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class OpeningHoursTest {

    private static final OpeningHours OFFICE = OpeningHours.parse("Mo-Mi 08:00-16:00, Do 08:00-18:00, Fr 08:00-12:30");
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

    private static String opensAt(LocalDate date) {
        Hours hours = EVERY_DAY.on(date);
        assertThat(hours).isNotNull();
        return Instant.ofEpochSecond(hours.on(date, Office.ZONE).from()).toString();
    }
}
