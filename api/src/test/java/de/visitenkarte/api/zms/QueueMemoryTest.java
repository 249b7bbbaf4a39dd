package de.visitenkarte.api.zms;

import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.api.zms.QueueMemory.Served;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QueueMemoryTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:20:30Z");
    private static final Instant ARRIVED = NOW.minus(Duration.ofMinutes(30));

    private final QueueMemory memory = new QueueMemory("mitte", ZoneId.of("Europe/Berlin"));

    @Test
    void countsWhoIsAtTheDeskOnce() {
        assertThat(look(entry("queued", null))).isEmpty();
        assertThat(look(entry("called", minutes(10)))).as("may not come").isEmpty();
        assertThat(waits(look(entry("processing", minutes(10))))).containsExactly(10L);
        assertThat(look(entry("processing", minutes(10)))).isEmpty();
    }

    @Test
    void waitEndsWithTheFirstCall() {
        look(entry("called", minutes(10)));

        assertThat(waits(look(entry("processing", minutes(14))))).containsExactly(10L);
    }

    @Test
    void whoDoesNotComeIsNotCounted() {
        look(entry("called", minutes(10)));

        assertThat(look(entry("missed", minutes(10)))).isEmpty();
        assertThat(look(entry("deleted", minutes(10)))).isEmpty();
    }

    @Test
    void whoIsSentAwayForPapersWasServed() {
        look(entry("called", minutes(10)));

        assertThat(waits(look(entry("pending", minutes(10))))).containsExactly(10L);
    }

    @Test
    void whoOnlyFetchesPapersIsNotCounted() {
        assertThat(look(entry("pending", minutes(10)))).isEmpty();
    }

    /** What could not be written down is due again. */
    @Test
    void isDueUntilItIsCounted() {
        QueueEntry entry = entry("processing", minutes(10));

        assertThat(memory.look(List.of(entry), NOW)).hasSize(1);
        assertThat(memory.look(List.of(entry), NOW)).hasSize(1);
    }

    @Test
    void afterARestartTheTimeOfTheLastLookDecides() {
        QueueEntry before = entry("1", "processing", NOW.minusSeconds(60));
        QueueEntry after = entry("2", "processing", NOW.minusSeconds(10));
        QueueEntry called = entry("3", "called", NOW.minusSeconds(60));
        memory.resume(List.of(before, after, called), NOW.minusSeconds(30));

        assertThat(memory.look(List.of(before, after, called), NOW))
                .extracting(Served::ticket)
                .containsExactly("2");
        assertThat(memory.look(List.of(before, entry("3", "processing", NOW.minusSeconds(60))), NOW))
                .as("was only called at the last look")
                .extracting(Served::ticket)
                .containsExactly("3");
    }

    @Test
    void withoutAnEarlierLookEverybodyAtTheDeskCounts() {
        QueueEntry entry = entry("1", "processing", NOW.minusSeconds(60));
        memory.resume(List.of(entry), null);

        assertThat(memory.look(List.of(entry), NOW)).hasSize(1);
    }

    @Test
    void ticketNumbersBeginAnewEachDay() {
        look(entry("processing", minutes(10)));
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        QueueEntry again = new QueueEntry("17", tomorrow, tomorrow, false, "processing");

        assertThat(memory.look(List.of(again), tomorrow)).hasSize(1);
        assertThat(memory.look(List.of(entry("old", "processing", minutes(10))), tomorrow))
                .as("left over from yesterday")
                .isEmpty();
    }

    private List<Served> look(QueueEntry entry) {
        List<Served> served = memory.look(List.of(entry), NOW);
        memory.counted(served);
        return served;
    }

    private static List<Long> waits(List<Served> served) {
        return served.stream()
                .map(each -> Duration.between(
                                each.visit().arrivedAt(), each.visit().calledAt())
                        .toMinutes())
                .toList();
    }

    private static Instant minutes(int afterArrival) {
        return ARRIVED.plus(Duration.ofMinutes(afterArrival));
    }

    private static QueueEntry entry(String status, @Nullable Instant calledAt) {
        return entry("17", status, calledAt);
    }

    private static QueueEntry entry(String ticket, String status, @Nullable Instant calledAt) {
        return new QueueEntry(ticket, ARRIVED, calledAt, false, status);
    }
}
