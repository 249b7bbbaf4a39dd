package de.visitenkarte.api.rating;

import de.visitenkarte.api.intake.Assessment;
import de.visitenkarte.api.intake.BodyHash;
import de.visitenkarte.api.intake.Bucket;
import de.visitenkarte.api.intake.Verdict.Reason;
import de.visitenkarte.api.registry.Device;
import de.visitenkarte.api.registry.Instrument;
import de.visitenkarte.api.registry.Registry;
import de.visitenkarte.events.Answer;
import de.visitenkarte.events.Rating;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides whether a rating can be accepted and what of it crosses the wire. */
final class RatingAssessment {

    /** A tablet's clock may be this much fast before it is not believed. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private static final String OVERALL = "overall";
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    private RatingAssessment() {}

    static Assessment assess(RatingItem item, Device device, Registry registry, Instant now) {
        Instant ratedAt = item.ratedAt();
        Map<String, Integer> answers = item.answers();
        String language = item.language();
        if (ratedAt == null || answers == null) {
            return new Assessment.Unacceptable(Reason.NOT_READABLE);
        }
        if (language == null || !LANGUAGE.matcher(language).matches()) {
            return new Assessment.Unacceptable(Reason.UNKNOWN_LANGUAGE);
        }
        Instrument instrument = registry.instrument(item.instrumentVersion());
        if (instrument == null) {
            return new Assessment.Unacceptable(Reason.UNKNOWN_INSTRUMENT);
        }
        Reason fault = faultOf(answers, instrument);
        if (fault != null) {
            return new Assessment.Unacceptable(fault);
        }
        boolean clockReplaced =
                ratedAt.isAfter(now.plus(CLOCK_TOLERANCE)) || ratedAt.isBefore(instrument.publishedAt());
        if (!clockReplaced && ratedAt.isBefore(registry.acceptsFrom())) {
            return new Assessment.Unacceptable(Reason.TOO_OLD);
        }
        TreeMap<String, Integer> sorted = new TreeMap<>(answers);
        Rating.Builder rating = Rating.newBuilder()
                .setDeviceId(device.id())
                .setSequenceNumber(item.sequenceNumber())
                .setAuthorityId(device.authorityId())
                .setOfficeId(device.officeId())
                .setAreaId(device.areaId())
                .setBucketStart(Bucket.startOf(clockReplaced ? now : ratedAt).getEpochSecond())
                .setInstrumentVersion(item.instrumentVersion())
                .setLanguage(language)
                .setBodyHash(BodyHash.of(item.instrumentVersion() + language + sorted))
                .setClockReplaced(clockReplaced);
        sorted.forEach((question, value) ->
                rating.addAnswers(Answer.newBuilder().setQuestionId(question).setValue(value)));
        return new Assessment.Acceptable(device.officeId(), rating.build().toByteArray(), rating.getBodyHash());
    }

    private static @Nullable Reason faultOf(Map<String, Integer> answers, Instrument instrument) {
        for (Map.Entry<String, Integer> answer : answers.entrySet()) {
            Integer highest = instrument.questions().get(answer.getKey());
            if (highest == null) {
                return Reason.UNKNOWN_QUESTION;
            }
            Integer value = answer.getValue();
            if (value == null || value < 1 || value > highest) {
                return Reason.ANSWER_OUT_OF_RANGE;
            }
        }
        return answers.containsKey(OVERALL) ? null : Reason.OVERALL_MISSING;
    }
}
