package de.visitenkarte.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 10, 12);

    private final List<Authority> authorities = Authorities.list().subList(0, 3);

    @Test
    void numbersEverySenderFromOneWithoutGapsAcrossDays() {
        Timeline timeline = timeline();
        Map<String, List<Long>> numbers = new HashMap<>();
        for (int i = 0; i < 20; i++) {
            for (OfficeDay day : timeline.day(FIRST.plusDays(i))) {
                day.visits().forEach(v -> add(numbers, day.office().id(), v.number()));
                day.ratings().forEach(r -> add(numbers, r.event().deviceId(), r.number()));
            }
        }

        assertThat(numbers)
                .hasSizeGreaterThan(10)
                .allSatisfy((sender, given) -> assertThat(given)
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, given.size()).boxed().toList()));
    }

    @Test
    void givesTheSameNumbersWhenItBeginsLater() {
        Timeline walked = timeline();
        for (int i = 0; i < 12; i++) {
            walked.day(FIRST.plusDays(i));
        }

        assertThat(timeline().day(FIRST.plusDays(12))).isEqualTo(walked.day(FIRST.plusDays(12)));
    }

    @Test
    void givesTheSameDayAgain() {
        Timeline timeline = timeline();
        List<OfficeDay> first = timeline.day(FIRST.plusDays(1));

        assertThat(timeline.day(FIRST.plusDays(1))).isEqualTo(first);
        assertThat(first).extracting(OfficeDay::office).hasSize(5);
    }

    @Test
    void doesNotGoBack() {
        Timeline timeline = timeline();
        timeline.day(FIRST.plusDays(1));

        assertThatThrownBy(() -> timeline.day(FIRST)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> timeline().day(FIRST.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
    }

    private Timeline timeline() {
        return new Timeline(authorities, new Simulator(1, FIRST), FIRST);
    }

    private static void add(Map<String, List<Long>> numbers, String sender, long number) {
        numbers.computeIfAbsent(sender, id -> new ArrayList<>()).add(number);
    }
}
