package de.visitenkarte.streams.visit;

import de.visitenkarte.events.Visit;
import de.visitenkarte.streams.counting.Acceptance;
import java.time.Duration;
import java.util.Optional;

/** Decides whether a visit can be counted. */
final class VisitAcceptance {

    /** Longest wait. Offices close in the evening: whatever is longer is a ticket that was never called. */
    static final Duration MAX_WAIT = Duration.ofHours(24);

    /** Longest lead time. Nobody books further ahead: it is a fault of the queue system. */
    static final int MAX_LEAD_DAYS = 5 * 366;

    private VisitAcceptance() {}

    /** Returns the first thing that is wrong with a visit; empty if nothing is. */
    static Optional<String> objectionTo(Visit visit) {
        return Acceptance.objectionToId("integration_id", visit.getIntegrationId())
                .or(() -> Acceptance.objectionToId("authority_id", visit.getAuthorityId()))
                .or(() -> Acceptance.objectionToId("office_id", visit.getOfficeId()))
                .or(() -> Acceptance.objectionToSequenceNumber(visit.getSequenceNumber()))
                .or(() -> Acceptance.objectionToBucketStart(visit.getBucketStart()))
                .or(() -> objectionToWait(WaitFold.waitSecondsOf(visit)))
                .or(() -> objectionToLead(visit));
    }

    private static Optional<String> objectionToLead(Visit visit) {
        if (!visit.hasLeadDays()) {
            return Optional.empty();
        }
        if (!visit.getWithAppointment()) {
            return Optional.of("lead_days without an appointment");
        }
        return WaitFold.leadDaysOf(visit) <= MAX_LEAD_DAYS
                ? Optional.empty()
                : Optional.of("lead_days is more than " + MAX_LEAD_DAYS);
    }

    private static Optional<String> objectionToWait(long seconds) {
        return seconds <= MAX_WAIT.toSeconds()
                ? Optional.empty()
                : Optional.of("wait_seconds is more than " + MAX_WAIT.toSeconds());
    }
}
