package de.visitenkarte.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.standalone.demo.WaitingRoom.Visitor;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingRoomTest {

    private static final long SERVICE = 600;
    private static final long BETWEEN = 45;
    private static final Span ALL_DAY = new Span(0, 36_000);

    @Test
    void callsAtOnceWhileADeskIsFree() {
        List<Visit> served = WaitingRoom.serve(List.of(walkIn(100), walkIn(110)), List.of(ALL_DAY, ALL_DAY));

        assertThat(served).map(visit -> visit.calledAt().getEpochSecond()).containsExactly(100L, 110L);
    }

    @Test
    void letsTheNextWaitUntilTheDeskIsFree() {
        List<Visit> served = WaitingRoom.serve(List.of(walkIn(100), walkIn(110), walkIn(5000)), List.of(ALL_DAY));

        assertThat(served)
                .map(visit -> visit.calledAt().getEpochSecond())
                .containsExactly(100L, 100 + SERVICE + BETWEEN, 5000L);
    }

    @Test
    void countsAnAppointmentAsHavingComeEarlier() {
        Visitor first = walkIn(100);
        Visitor walkIn = walkIn(110);
        Visitor appointment = new Visitor(120, true, SERVICE);

        List<Visit> served = WaitingRoom.serve(List.of(first, walkIn, appointment), List.of(ALL_DAY));

        assertThat(served).map(visit -> visit.arrivedAt().getEpochSecond()).containsExactly(100L, 120L, 110L);
    }

    @Test
    void doesNotLetAnAppointmentPassWhoHasWaitedLonger() {
        long headStart = WaitingRoom.HEAD_START_SECONDS;
        Visitor first = new Visitor(0, false, headStart + 100);
        Visitor walkIn = walkIn(10);
        Visitor appointment = new Visitor(headStart + 20, true, SERVICE);

        List<Visit> served = WaitingRoom.serve(List.of(first, walkIn, appointment), List.of(ALL_DAY));

        assertThat(served).map(Visit::withAppointment).containsExactly(false, false, true);
    }

    @Test
    void sendsHomeWhoWasNotCalledBeforeTheLastDeskCloses() {
        Span closesSoon = new Span(0, 500);

        List<Visit> served = WaitingRoom.serve(List.of(walkIn(100), walkIn(110)), List.of(closesSoon));

        assertThat(served).map(visit -> visit.finishedAt().getEpochSecond()).containsExactly(700L);
    }

    @Test
    void losesWhoHasWaitedTooLong() {
        long patience = WaitingRoom.PATIENCE_SECONDS;
        Visitor slow = new Visitor(0, false, patience + 100);

        List<Visit> served = WaitingRoom.serve(List.of(slow, walkIn(10), walkIn(patience)), List.of(ALL_DAY));

        assertThat(served).map(visit -> visit.arrivedAt().getEpochSecond()).containsExactly(0L, patience);
    }

    @Test
    void doesNotOpenADeskBeforeItIsStaffed() {
        List<Visit> served = WaitingRoom.serve(List.of(walkIn(100)), List.of(new Span(900, 1000)));

        assertThat(served).map(visit -> visit.waited().toSeconds()).containsExactly(800L);
    }

    private static Visitor walkIn(long arrivedAt) {
        return new Visitor(arrivedAt, false, SERVICE);
    }
}
