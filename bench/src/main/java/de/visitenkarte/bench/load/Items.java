package de.visitenkarte.bench.load;

import de.visitenkarte.bench.load.Item.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Makes the items of one source, numbered from 1. The same seed makes the same items. Not for use by several threads. */
final class Items {

    private static final long BUCKET_SECONDS = 900;
    private static final int FACES = 5;

    private final String source;
    private final Random random;
    private final Instant begin;
    private long lastNumber;

    /** @param begin of the campaign, to which the times of the items refer */
    Items(String source, long seed, Instant begin) {
        this.source = source;
        this.random = new Random(seed * 31 + source.hashCode());
        this.begin = begin;
    }

    /** Returns a rating of the last six hours; every twentieth is two weeks old. */
    Item rating() {
        return rating(age(random.nextInt(20) == 0 ? Duration.ofDays(14) : Duration.ZERO));
    }

    /** Returns a rating that waited on the tablet for some days. */
    Item oldRating() {
        return rating(age(Duration.ofDays(1 + random.nextInt(13))));
    }

    /** Returns a rating at a given time. */
    Item rating(Instant ratedAt) {
        lastNumber++;
        int overall = 1 + random.nextInt(FACES);
        int respect = 1 + random.nextInt(3);
        return rating(lastNumber, ratedAt, overall, respect);
    }

    /** Returns a rating with the number of another and another answer, which must not count. */
    static Item reuse(Item original) {
        String json = original.json();
        String other = json.contains("\"respect\":1")
                ? json.replace("\"respect\":1", "\"respect\":2")
                : json.replaceFirst("\"respect\":\\d", "\"respect\":1");
        return new Item(original.kind(), original.source(), original.number(), other, Map.of());
    }

    /** Returns a visit of the last six hours. */
    Item visit() {
        lastNumber++;
        Instant called = age(Duration.ofMinutes(5));
        int wait = random.nextInt(7200);
        boolean withAppointment = random.nextBoolean();
        String office = Installation.officeOf(source);
        String json = String.format(
                Locale.ROOT,
                "{\"sequenceNumber\":%d,\"officeId\":\"%s\",\"arrivedAt\":\"%s\",\"calledAt\":\"%s\",\"withAppointment\":%s}",
                lastNumber,
                office,
                called.minusSeconds(wait),
                called,
                withAppointment);
        Map<String, Long> effect = new HashMap<>();
        effect.put(Figures.visits(office, bucketOf(called), withAppointment), 1L);
        effect.put(Figures.waitSeconds(office, bucketOf(called), withAppointment), (long) wait);
        return new Item(Kind.VISIT, source, lastNumber, json, Map.copyOf(effect));
    }

    private Item rating(long number, Instant ratedAt, int overall, int respect) {
        String area = Installation.areaOf(source);
        String json = String.format(
                Locale.ROOT,
                "{\"sequenceNumber\":%d,\"instrumentVersion\":1,\"language\":\"de\",\"ratedAt\":\"%s\","
                        + "\"answers\":{\"overall\":%d,\"respect\":%d}}",
                number,
                ratedAt,
                overall,
                respect);
        return new Item(
                Kind.RATING,
                source,
                number,
                json,
                Map.of(
                        Figures.answer(area, bucketOf(ratedAt), "overall", overall),
                        1L,
                        Figures.answer(area, bucketOf(ratedAt), "respect", respect),
                        1L));
    }

    private Instant age(Duration least) {
        return begin.minus(least).minusSeconds(random.nextInt(6 * 3600));
    }

    private static long bucketOf(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), BUCKET_SECONDS) * BUCKET_SECONDS;
    }
}
