package de.visitenkarte.api.visit;

import de.visitenkarte.api.intake.Assessment;
import de.visitenkarte.api.intake.BodyHash;
import de.visitenkarte.api.intake.Bucket;
import de.visitenkarte.api.intake.Verdict.Reason;
import de.visitenkarte.api.registry.Integration;
import de.visitenkarte.events.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Decides whether a visit can be accepted and what of it crosses the wire. */
public final class VisitAssessment {

    /** Nobody waits longer than a day: it is a fault of the queue system. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(24);

    /** What is older was not forgotten in a queue system: its clock is wrong. */
    private static final Duration OLDEST_REPORT = Duration.ofDays(2 * 365);

    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    /** Nobody books five years ahead. The same limit stands in streams. */
    private static final long LONGEST_LEAD_DAYS = 5 * 366;

    private static final long NO_LEAD = -1;

    private VisitAssessment() {}

    /** Looks at one visit that an integration reports. */
    public static Assessment assess(VisitItem item, Integration integration, Instant now) {
        Instant arrivedAt = item.arrivedAt();
        Instant calledAt = item.calledAt();
        String officeId = item.officeId();
        if (arrivedAt == null || calledAt == null || officeId == null) {
            return new Assessment.Unacceptable(Reason.NOT_READABLE);
        }
        ZoneId zone = integration.zones().get(officeId);
        if (zone == null) {
            return new Assessment.Unacceptable(Reason.UNKNOWN_OFFICE);
        }
        Instant endedAt = item.finishedAt() == null ? calledAt : item.finishedAt();
        if (calledAt.isBefore(arrivedAt)
                || endedAt.isBefore(calledAt)
                || endedAt.isAfter(now.plus(CLOCK_TOLERANCE))
                || arrivedAt.isBefore(now.minus(OLDEST_REPORT))) {
            return new Assessment.Unacceptable(Reason.TIMES_OUT_OF_ORDER);
        }
        if (endedAt.isBefore(integration.acceptsFrom())) {
            return new Assessment.Unacceptable(Reason.TOO_OLD);
        }
        Duration wait = Duration.between(arrivedAt, calledAt);
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            return new Assessment.Unacceptable(Reason.WAIT_TOO_LONG);
        }
        LocalDate bookedOn = item.bookedOn();
        long leadDays = bookedOn == null
                ? NO_LEAD
                : ChronoUnit.DAYS.between(bookedOn, calledAt.atZone(zone).toLocalDate());
        if (bookedOn != null && (!item.withAppointment() || leadDays < 0 || leadDays > LONGEST_LEAD_DAYS)) {
            return new Assessment.Unacceptable(Reason.BOOKING_NOT_PLAUSIBLE);
        }
        return acceptable(item, integration, officeId, Bucket.startOf(endedAt), wait, leadDays);
    }

    /** Without a lead time the hash is that of the versions that knew none: what was sent before stays a repetition. */
    private static Assessment acceptable(
            VisitItem item, Integration integration, String officeId, Instant bucket, Duration wait, long leadDays) {
        long bucketStart = bucket.getEpochSecond();
        long bodyHash = BodyHash.of(bucketStart + "/" + wait.toSeconds() + "/" + item.withAppointment()
                + (leadDays == NO_LEAD ? "" : "/" + leadDays));
        Visit.Builder visit = Visit.newBuilder()
                .setIntegrationId(integration.id())
                .setSequenceNumber(item.sequenceNumber())
                .setAuthorityId(integration.authorityId())
                .setOfficeId(officeId)
                .setBucketStart(bucketStart)
                .setWithAppointment(item.withAppointment())
                .setWaitSeconds((int) wait.toSeconds())
                .setBodyHash(bodyHash);
        if (leadDays != NO_LEAD) {
            visit.setLeadDays((int) leadDays);
        }
        return new Assessment.Acceptable(officeId, visit.build().toByteArray(), bodyHash);
    }
}
