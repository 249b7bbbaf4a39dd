package de.visitenkarte.api.visit;

import de.visitenkarte.api.intake.Assessment;
import de.visitenkarte.api.intake.BodyHash;
import de.visitenkarte.api.intake.Bucket;
import de.visitenkarte.api.intake.Verdict.Reason;
import de.visitenkarte.api.registry.Integration;
import de.visitenkarte.events.Visit;
import java.time.Duration;
import java.time.Instant;

/** Decides whether a visit can be accepted and what of it crosses the wire. */
final class VisitAssessment {

    /** Nobody waits longer than a day: it is a fault of the queue system. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(24);

    /** What is older was not forgotten in a queue system: its clock is wrong. */
    private static final Duration OLDEST_REPORT = Duration.ofDays(2 * 365);

    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private VisitAssessment() {}

    static Assessment assess(VisitItem item, Integration integration, Instant now) {
        Instant arrivedAt = item.arrivedAt();
        Instant calledAt = item.calledAt();
        String officeId = item.officeId();
        if (arrivedAt == null || calledAt == null || officeId == null) {
            return new Assessment.Unacceptable(Reason.NOT_READABLE);
        }
        if (!integration.officeIds().contains(officeId)) {
            return new Assessment.Unacceptable(Reason.UNKNOWN_OFFICE);
        }
        Instant endedAt = item.finishedAt() == null ? calledAt : item.finishedAt();
        if (calledAt.isBefore(arrivedAt)
                || endedAt.isBefore(calledAt)
                || endedAt.isAfter(now.plus(CLOCK_TOLERANCE))
                || arrivedAt.isBefore(now.minus(OLDEST_REPORT))) {
            return new Assessment.Unacceptable(Reason.TIMES_OUT_OF_ORDER);
        }
        Duration wait = Duration.between(arrivedAt, calledAt);
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            return new Assessment.Unacceptable(Reason.WAIT_TOO_LONG);
        }
        long bucketStart = Bucket.startOf(endedAt).getEpochSecond();
        long bodyHash = BodyHash.of(bucketStart + "/" + wait.toSeconds() + "/" + item.withAppointment());
        Visit visit = Visit.newBuilder()
                .setIntegrationId(integration.id())
                .setSequenceNumber(item.sequenceNumber())
                .setAuthorityId(integration.authorityId())
                .setOfficeId(officeId)
                .setBucketStart(bucketStart)
                .setWithAppointment(item.withAppointment())
                .setWaitSeconds((int) wait.toSeconds())
                .setBodyHash(bodyHash)
                .build();
        return new Assessment.Acceptable(officeId, visit.toByteArray(), bodyHash);
    }
}
