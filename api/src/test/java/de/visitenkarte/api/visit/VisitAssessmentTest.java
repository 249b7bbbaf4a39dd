package de.visitenkarte.api.visit;

import static de.visitenkarte.api.examples.Examples.ACCEPTS_FROM;
import static de.visitenkarte.api.examples.Examples.AUTHORITY;
import static de.visitenkarte.api.examples.Examples.NOW;
import static de.visitenkarte.api.examples.Examples.OFFICE;
import static de.visitenkarte.api.examples.Examples.anIntegration;
import static de.visitenkarte.api.visit.VisitItemBuilder.aVisit;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import de.visitenkarte.api.intake.Assessment;
import de.visitenkarte.api.intake.BodyHash;
import de.visitenkarte.api.intake.Bucket;
import de.visitenkarte.api.intake.Verdict.Reason;
import de.visitenkarte.events.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VisitAssessmentTest {

    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    static Stream<Arguments> unacceptable() {
        return Stream.of(
                Arguments.of(aVisit().to(null), Reason.NOT_READABLE),
                Arguments.of(aVisit().arrivedAt(null), Reason.NOT_READABLE),
                Arguments.of(aVisit().calledAt(null), Reason.NOT_READABLE),
                Arguments.of(aVisit().to("beispielheim"), Reason.UNKNOWN_OFFICE),
                Arguments.of(aVisit().arrivedAt(NOW).calledAt(NOW.minusSeconds(1)), Reason.TIMES_OUT_OF_ORDER),
                Arguments.of(aVisit().calledAt(NOW).finishedAt(NOW.minusSeconds(1)), Reason.TIMES_OUT_OF_ORDER),
                Arguments.of(aVisit().calledAt(NOW.plus(TOLERANCE).plusMillis(1)), Reason.TIMES_OUT_OF_ORDER),
                Arguments.of(aVisit().finishedAt(NOW.plus(TOLERANCE).plusMillis(1)), Reason.TIMES_OUT_OF_ORDER),
                Arguments.of(aVisit().arrivedAt(Instant.MIN).calledAt(Instant.EPOCH), Reason.TIMES_OUT_OF_ORDER),
                Arguments.of(
                        aVisit().arrivedAt(NOW.minus(Duration.ofDays(731))).calledAt(NOW.minus(Duration.ofDays(731))),
                        Reason.TIMES_OUT_OF_ORDER),
                Arguments.of(aVisit().arrivedAt(NOW.minus(DAY).minusMillis(1)).calledAt(NOW), Reason.WAIT_TOO_LONG),
                Arguments.of(aVisit().withoutAppointment().bookedOn("2026-11-01"), Reason.BOOKING_NOT_PLAUSIBLE),
                Arguments.of(aVisit().bookedOn("2026-11-24"), Reason.BOOKING_NOT_PLAUSIBLE),
                Arguments.of(aVisit().bookedOn("2021-11-18"), Reason.BOOKING_NOT_PLAUSIBLE));
    }

    @ParameterizedTest
    @MethodSource("unacceptable")
    void saysWhyAVisitCannotBeAccepted(VisitItemBuilder visit, Reason reason) {
        assertThat(assess(visit)).isEqualTo(new Assessment.Unacceptable(reason));
    }

    @Test
    void acceptsAWaitOfExactlyADay() {
        assertThat(accepted(aVisit().arrivedAt(NOW.minus(DAY)).calledAt(NOW)).getWaitSeconds())
                .isEqualTo(86_400);
    }

    @Test
    void acceptsVisitorsWhoAreCalledAtOnce() {
        assertThat(accepted(aVisit().arrivedAt(NOW).calledAt(NOW)).getWaitSeconds())
                .isZero();
    }

    @Test
    void toleratesAClockThatIsFiveMinutesFast() {
        assertThat(assess(aVisit().finishedAt(NOW.plus(TOLERANCE)))).isInstanceOf(Assessment.Acceptable.class);
    }

    @Test
    void measuresTheWaitFromArrivalToCall() {
        assertThat(accepted(aVisit()).getWaitSeconds()).isEqualTo(720);
    }

    @Test
    void liesInTheBucketOfItsEnd() {
        Visit visit =
                accepted(aVisit().calledAt(NOW.minus(Duration.ofMinutes(40))).finishedAt(NOW));

        assertThat(Instant.ofEpochSecond(visit.getBucketStart())).isEqualTo(Bucket.startOf(NOW));
    }

    @Test
    void isTakenUntilItsCellMayExpire() {
        assertThat(assess(aVisit().arrivedAt(ACCEPTS_FROM).calledAt(ACCEPTS_FROM)))
                .isInstanceOf(Assessment.Acceptable.class);
        Instant tooLate = ACCEPTS_FROM.minusMillis(1);
        assertThat(assess(aVisit().arrivedAt(tooLate).calledAt(tooLate)))
                .isEqualTo(new Assessment.Unacceptable(Reason.TOO_OLD));
    }

    @Test
    void withoutAKnownEndItLiesInTheBucketOfTheCall() {
        Instant calledAt = NOW.minus(Duration.ofMinutes(40));

        assertThat(Instant.ofEpochSecond(accepted(aVisit().calledAt(calledAt)).getBucketStart()))
                .isEqualTo(Bucket.startOf(calledAt));
    }

    @Test
    void takesTheAuthorityFromTheRegistrationOfTheQueueSystem() {
        Visit visit = accepted(aVisit());

        assertThat(visit.getAuthorityId()).isEqualTo(AUTHORITY);
        assertThat(visit.getIntegrationId()).isEqualTo(anIntegration().id());
        assertThat(visit.getOfficeId()).isEqualTo(OFFICE);
        assertThat(visit.getSequenceNumber()).isEqualTo(9);
    }

    @Test
    void isKeyedByTheOffice() {
        assertThat(((Assessment.Acceptable) assess(aVisit())).key()).isEqualTo(OFFICE);
    }

    @Test
    void saysWhetherThereWasAnAppointment() {
        assertThat(accepted(aVisit()).getWithAppointment()).isTrue();
        assertThat(accepted(aVisit().withoutAppointment()).getWithAppointment()).isFalse();
    }

    @Test
    void anotherVisitHasAnotherHashAndARepetitionTheSame() {
        assertThat(accepted(aVisit()).getBodyHash())
                .isEqualTo(accepted(aVisit()).getBodyHash())
                .isNotEqualTo(accepted(aVisit().withoutAppointment()).getBodyHash())
                .isNotEqualTo(accepted(aVisit().calledAt(NOW)).getBodyHash());
    }

    @Test
    void countsTheDaysFromTheBookingToTheVisit() {
        assertThat(accepted(aVisit().bookedOn("2026-11-02")).getLeadDays()).isEqualTo(21);
        assertThat(accepted(aVisit().bookedOn("2026-11-23")).hasLeadDays()).isTrue();
        assertThat(accepted(aVisit().bookedOn("2026-11-23")).getLeadDays()).isZero();
        assertThat(accepted(aVisit().bookedOn("2021-11-19")).getLeadDays()).isEqualTo(1830);
        assertThat(accepted(aVisit()).hasLeadDays()).isFalse();
    }

    /** 22:30 in UTC is the next day in Germany. */
    @Test
    void countsDaysInTheTimeOfTheOffice() {
        Instant late = Instant.parse("2026-07-01T22:30:00Z");

        assertThat(accepted(aVisit().arrivedAt(late).calledAt(late).bookedOn("2026-07-02"))
                        .getLeadDays())
                .isZero();
    }

    @Test
    void leadTimeIsPartOfTheHashAndItsAbsenceIsNot() {
        assertThat(accepted(aVisit().bookedOn("2026-11-02")).getBodyHash())
                .isNotEqualTo(accepted(aVisit()).getBodyHash())
                .isNotEqualTo(accepted(aVisit().bookedOn("2026-11-03")).getBodyHash());
        assertThat(accepted(aVisit()).getBodyHash())
                .as("as the versions before computed it")
                .isEqualTo(BodyHash.of(
                        Bucket.startOf(NOW.minus(Duration.ofMinutes(48))).getEpochSecond() + "/720/true"));
    }

    private static Assessment assess(VisitItemBuilder visit) {
        return VisitAssessment.assess(visit.build(), anIntegration(), NOW);
    }

    private static Visit accepted(VisitItemBuilder visit) {
        try {
            return Visit.parseFrom(((Assessment.Acceptable) assess(visit)).value());
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }
}
