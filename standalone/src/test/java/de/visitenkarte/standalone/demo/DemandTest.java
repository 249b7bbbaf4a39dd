package de.visitenkarte.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.visitenkarte.api.calendar.OpeningHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemandTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);
    private static final Area AREA = new Area("a", "A", 3, 80, 15, 0.11);
    private static final Office OFFICE = new Office(
            "o",
            "O",
            OpeningHours.parse("Mo-Mi 08:00-16:00, Do 08:00-18:00, Fr 08:00-12:30"),
            null,
            0.8,
            List.of(AREA));

    private final Demand demand = new Demand(OFFICE);

    @Test
    void bringsAsManyVisitorsAWeekAsTheAreaHas() {
        double perWeek = weeks().mapToInt(List::size).sum() / (double) WEEKS;

        assertThat(perWeek).isCloseTo(5 * 80, within(0.02 * 5 * 80));
    }

    @Test
    void bringsNobodyAtWeekendsAndHolidays() {
        assertThat(arrivals(MONDAY.plusDays(5), 0)).isEmpty();
        assertThat(arrivals(MONDAY.plusDays(6), 0)).isEmpty();
        assertThat(arrivals(LocalDate.of(2026, 12, 25), 0)).isEmpty();
    }

    @Test
    void bringsVisitorsOnlyFromOpeningToHalfAnHourBeforeClosing() {
        assertThat(IntStream.range(0, 50).boxed().flatMap(i -> arrivals(MONDAY, i).stream()))
                .isNotEmpty()
                .allSatisfy(at -> assertThat(local(at)).isBetween(LocalTime.of(8, 0), LocalTime.of(15, 30)));
        assertThat(arrivals(MONDAY.plusDays(3), 0)).anyMatch(at -> local(at).isAfter(LocalTime.of(16, 30)));
    }

    @Test
    void bringsMoreInTheMorningThanAtNoon() {
        long morning = countBetween(9, 10);
        long noon = countBetween(12, 13);

        assertThat(noon / (double) morning).isCloseTo(0.8 / 1.3, within(0.06));
    }

    @Test
    void scalesWithTheBusynessOfTheDay() {
        Chance chance = Chance.of(1, "busy");
        double visitors = IntStream.range(0, WEEKS)
                .map(i -> demand.arrivals(AREA, MONDAY, 0.5, chance).size())
                .average()
                .orElseThrow();
        double usual = IntStream.range(0, WEEKS)
                .map(i -> arrivals(MONDAY, i).size())
                .average()
                .orElseThrow();

        assertThat(visitors / usual).isCloseTo(0.5, within(0.03));
    }

    private static final int WEEKS = 400;

    private Stream<List<Long>> weeks() {
        return IntStream.range(0, 7 * WEEKS).mapToObj(i -> arrivals(MONDAY.plusDays(i % 7), i));
    }

    private long countBetween(int fromHour, int toHour) {
        return IntStream.range(0, WEEKS)
                .boxed()
                .flatMap(i -> arrivals(MONDAY, i).stream())
                .filter(at -> local(at).getHour() >= fromHour && local(at).getHour() < toHour)
                .count();
    }

    private List<Long> arrivals(LocalDate date, int sample) {
        return demand.arrivals(AREA, date, 1, Chance.of(sample, "demand"));
    }

    private static LocalTime local(long epochSecond) {
        return Instant.ofEpochSecond(epochSecond).atZone(Office.ZONE).toLocalTime();
    }
}
