package de.visitenkarte.standalone.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The queue in front of the desks of one area: waits are not drawn, they emerge from who comes and who serves.
 *
 * <p>First come, first served, except that an appointment counts as having come {@value #HEAD_START_SECONDS} seconds
 * earlier. Who has waited longer than {@value #PATIENCE_SECONDS} seconds has gone, and who has not been called when the last
 * desk closes is sent home: neither is a visit.
 */
final class WaitingRoom {

    static final long HEAD_START_SECONDS = 15 * 60;

    /** Invented. */
    static final long PATIENCE_SECONDS = 2 * 60 * 60;

    /** From the end of one service to the next call; invented. */
    private static final long BETWEEN_SECONDS = 45;

    /** One visitor, before it is known when the desk is free. All times in seconds. */
    record Visitor(long arrivedAt, boolean withAppointment, long serviceSeconds) {

        long turn() {
            return withAppointment ? arrivedAt - HEAD_START_SECONDS : arrivedAt;
        }
    }

    private record Desk(long freeAt, long closesAt) {}

    private WaitingRoom() {}

    /**
     * Returns the visitors who were served, in the order in which they were called.
     *
     * @param visitors ascending by arrival
     * @param staffed when each desk is staffed; a service that has begun is finished after the desk closed
     */
    static List<Visit> serve(List<Visitor> visitors, List<Span> staffed) {
        List<Visit> served = new ArrayList<>(visitors.size());
        PriorityQueue<Visitor> waiting = new PriorityQueue<>(Comparator.comparingLong(Visitor::turn));
        PriorityQueue<Desk> desks =
                new PriorityQueue<>(Comparator.comparingLong(Desk::freeAt).thenComparingLong(Desk::closesAt));
        staffed.forEach(span -> desks.add(new Desk(span.from(), span.to())));
        int next = 0;
        while (!desks.isEmpty() && (next < visitors.size() || !waiting.isEmpty())) {
            Desk desk = desks.remove();
            while (next < visitors.size() && visitors.get(next).arrivedAt() <= desk.freeAt()) {
                waiting.add(visitors.get(next++));
            }
            if (desk.freeAt() >= desk.closesAt()) {
                continue;
            }
            waiting.removeIf(visitor -> desk.freeAt() - visitor.arrivedAt() > PATIENCE_SECONDS);
            if (!waiting.isEmpty()) {
                Visit visit = call(waiting.remove(), desk.freeAt());
                served.add(visit);
                desks.add(new Desk(visit.finishedAt().getEpochSecond() + BETWEEN_SECONDS, desk.closesAt()));
            } else if (next < visitors.size()) {
                desks.add(new Desk(visitors.get(next).arrivedAt(), desk.closesAt()));
            }
        }
        return served;
    }

    private static Visit call(Visitor visitor, long calledAt) {
        return Visit.ofSeconds(
                visitor.arrivedAt(), calledAt, calledAt + visitor.serviceSeconds(), visitor.withAppointment());
    }
}
