package de.visitenkarte.api.zms;

import de.visitenkarte.api.visit.VisitItem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one queue from one look to the next, to see who was served: when somebody was called first, and who
 * has been counted. In memory only, and only until the day ends.
 *
 * <p>A visit counts when its visitor is seen at the desk ("processing"). Who was called and did not come does not count.
 */
final class QueueMemory {

    private static final Set<String> AT_THE_DESK = Set.of("processing", "finished");
    private static final Set<String> SENT_AWAY_FOR_PAPERS = Set.of("pending");

    private final String officeId;
    private final ZoneId zone;
    private final Map<String, Instant> firstCalls = new HashMap<>();
    private final Set<String> counted = new HashSet<>();
    private @Nullable LocalDate day;

    QueueMemory(String officeId, ZoneId zone) {
        this.officeId = officeId;
        this.zone = zone;
    }

    /** A visit that is due to be counted, and the ticket to remember once that is done. */
    record Served(String ticket, VisitItem visit) {}

    /** Returns whether anything has been seen; otherwise the time of the last look decides about what was counted. */
    boolean isFresh() {
        return day == null;
    }

    /** Takes those for counted who were called up to the last look of an instance that is gone. */
    void resume(List<QueueEntry> queue, @Nullable Instant lastLook) {
        for (QueueEntry entry : queue) {
            Instant calledAt = entry.calledAt();
            if (lastLook != null
                    && calledAt != null
                    && !calledAt.isAfter(lastLook)
                    && !entry.status().equals("called")) {
                counted.add(entry.ticket());
            }
        }
    }

    /** Looks at a queue and returns who has been served and not been counted. */
    List<Served> look(List<QueueEntry> queue, Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        if (!today.equals(day)) {
            forgetYesterday(today);
        }
        List<Served> served = new ArrayList<>();
        for (QueueEntry entry : queue) {
            Instant calledAt = entry.calledAt();
            if (calledAt == null || counted.contains(entry.ticket()) || !isOf(calledAt, today)) {
                continue;
            }
            boolean wasCalled = firstCalls.putIfAbsent(entry.ticket(), calledAt) != null;
            if (AT_THE_DESK.contains(entry.status()) || (wasCalled && SENT_AWAY_FOR_PAPERS.contains(entry.status()))) {
                served.add(new Served(entry.ticket(), visit(entry, firstCalls.get(entry.ticket()))));
            }
        }
        return served;
    }

    /** Remembers who has been counted. */
    void counted(Collection<Served> served) {
        served.forEach(each -> {
            counted.add(each.ticket());
            firstCalls.remove(each.ticket());
        });
    }

    private void forgetYesterday(LocalDate today) {
        if (day != null) {
            counted.clear();
            firstCalls.clear();
        }
        day = today;
    }

    private boolean isOf(Instant time, LocalDate date) {
        return time.atZone(zone).toLocalDate().equals(date);
    }

    /** Its number comes when it is written down. ZMS does not say when an appointment was booked. */
    private VisitItem visit(QueueEntry entry, @Nullable Instant calledAt) {
        return new VisitItem(1, officeId, entry.arrivedAt(), calledAt, null, entry.withAppointment(), null);
    }
}
