package de.visitenkarte.streams.examples;

import de.visitenkarte.events.Answer;
import de.visitenkarte.events.Rating;
import de.visitenkarte.events.Visit;
import java.time.Duration;
import java.time.Instant;

/** Valid events; a test changes what it is about. */
public final class Examples {

    public static final String OFFICE = "musterstadt-mitte";
    public static final String DEVICE = "musterstadt-mitte-aufenthalt-1";

    /** Start of a quarter hour: Monday 23 November 2026, 10:15 UTC. */
    public static final long BUCKET = Instant.parse("2026-11-23T10:15:00Z").getEpochSecond();

    private Examples() {}

    /** Number 1 of a device, without an answer. */
    public static Rating.Builder aRatingWithoutAnswers() {
        return Rating.newBuilder()
                .setDeviceId(DEVICE)
                .setSequenceNumber(1)
                .setAuthorityId("musterstadt")
                .setOfficeId(OFFICE)
                .setAreaId("musterstadt-mitte-aufenthalt")
                .setBucketStart(BUCKET)
                .setInstrumentVersion(1)
                .setLanguage("ar")
                .setBodyHash(0x1234_5678_9abc_def0L);
    }

    /** Number 1 of a device, with a 4 as its only answer. */
    public static Rating.Builder aRating() {
        return aRatingWithoutAnswers().addAnswers(anAnswer("overall", 4));
    }

    public static Answer anAnswer(String questionId, int value) {
        return Answer.newBuilder().setQuestionId(questionId).setValue(value).build();
    }

    /** Number 1 of an integration, with an appointment and 12 minutes of waiting. */
    public static Visit.Builder aVisit() {
        return Visit.newBuilder()
                .setIntegrationId("musterstadt-aufruf")
                .setSequenceNumber(1)
                .setAuthorityId("musterstadt")
                .setOfficeId(OFFICE)
                .setBucketStart(BUCKET)
                .setWithAppointment(true)
                .setWaitSeconds(Math.toIntExact(Duration.ofMinutes(12).toSeconds()))
                .setBodyHash(0x0fed_cba9_8765_4321L);
    }
}
