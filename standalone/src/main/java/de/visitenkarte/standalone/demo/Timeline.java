package de.visitenkarte.standalone.demo;

import de.visitenkarte.standalone.demo.Simulator.Day;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The whole simulated history, day by day, with the sequence numbers that each sender gives.
 *
 * <p>A number depends on all events before it, so the history is walked from its first day, forwards only; only the last
 * day is held. Ninety days take about a second.
 */
final class Timeline {

    private final List<Authority> authorities;
    private final Simulator simulator;
    private final LocalDate firstDay;
    private final Map<String, Long> lastNumbers = new HashMap<>();

    private LocalDate next;
    private List<OfficeDay> latest = List.of();

    Timeline(List<Authority> authorities, Simulator simulator, LocalDate firstDay) {
        this.authorities = authorities;
        this.simulator = simulator;
        this.firstDay = firstDay;
        this.next = firstDay;
    }

    /**
     * Returns what every office reports of a day.
     *
     * @param date not before the date asked for last time
     * @throws IllegalArgumentException if it is, or lies before the history
     */
    List<OfficeDay> day(LocalDate date) {
        if (date.isBefore(firstDay) || date.isBefore(next.minusDays(1))) {
            throw new IllegalArgumentException(date + " is behind " + next);
        }
        while (!next.isAfter(date)) {
            latest = simulate(next);
            next = next.plusDays(1);
        }
        return latest;
    }

    private List<OfficeDay> simulate(LocalDate date) {
        List<OfficeDay> days = new ArrayList<>();
        for (Authority authority : authorities) {
            for (Office office : authority.offices()) {
                Day day = simulator.play(authority, office, date);
                days.add(new OfficeDay(
                        authority,
                        office,
                        day.visits().stream()
                                .map(visit -> numbered("visits/" + office.id(), visit))
                                .toList(),
                        day.ratings().stream()
                                .map(rating -> numbered("ratings/" + rating.deviceId(), rating))
                                .toList()));
            }
        }
        return List.copyOf(days);
    }

    private <T> Numbered<T> numbered(String sender, T event) {
        return new Numbered<>(lastNumbers.merge(sender, 1L, Long::sum), event);
    }
}
