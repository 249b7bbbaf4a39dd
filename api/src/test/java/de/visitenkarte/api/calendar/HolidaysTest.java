package de.visitenkarte.api.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HolidaysTest {

    @Test
    void findsEasterOfEarlyAndLateYears() {
        assertThat(List.of(2025, 2026, 2027, 2038, 2285))
                .map(Holidays::easter)
                .map(LocalDate::toString)
                .containsExactly("2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "2285-03-22");
    }

    @Test
    void knowsTheTenHolidaysOfLowerSaxonyIn2026() {
        assertThat(LocalDate.of(2026, 1, 1)
                        .datesUntil(LocalDate.of(2027, 1, 1))
                        .filter(Holidays::isHoliday)
                        .map(LocalDate::toString))
                .containsExactly(
                        "2026-01-01",
                        "2026-04-03",
                        "2026-04-06",
                        "2026-05-01",
                        "2026-05-14",
                        "2026-05-25",
                        "2026-10-03",
                        "2026-10-31",
                        "2026-12-25",
                        "2026-12-26");
    }
}
