package de.visitenkarte.streams;

import static de.visitenkarte.streams.examples.Examples.aRatingWithoutAnswers;
import static de.visitenkarte.streams.examples.Examples.aVisit;
import static de.visitenkarte.streams.examples.Examples.anAnswer;

import com.google.protobuf.MessageLite;
import de.visitenkarte.events.Rating;
import de.visitenkarte.events.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Events of one office in the order in which they arrive: three tablets and a queue system, repetitions, numbers that are
 * used twice, times from long ago to far ahead.
 */
final class Arrivals {

    private static final long QUARTER_HOUR = 900;

    /** Quarter hours around which events happen. */
    private static final List<Instant> TIMES = List.of(
            Instant.parse("2026-11-23T10:15:00Z"),
            // Two weeks on an offline tablet, and a clock that stood still.
            Instant.parse("2026-11-09T10:15:00Z"),
            Instant.parse("2001-01-01T00:00:00Z"),
            // A clock that is wrong by ten years and by eighty.
            Instant.parse("2036-11-23T10:15:00Z"),
            Instant.parse("2106-01-01T00:00:00Z"),
            // The nights in which the clocks change, and a leap day.
            Instant.parse("2026-03-29T00:45:00Z"),
            Instant.parse("2026-10-25T00:30:00Z"),
            Instant.parse("2028-02-29T22:30:00Z"));

    private final String office;
    private final Random random;
    private final List<MessageLite> events = new ArrayList<>();

    private Arrivals(String office, Random random) {
        this.office = office;
        this.random = random;
    }

    /** Returns up to about so many ratings, and half as many visits. */
    static List<MessageLite> random(String office, int ratings, Random random) {
        Arrivals arrivals = new Arrivals(office, random);
        for (int i = 0; i < ratings; i++) {
            arrivals.add(arrivals.rating(1 + random.nextInt(ratings)));
            if (i % 2 == 0) {
                arrivals.add(arrivals.visit(1 + random.nextInt(ratings)));
            }
        }
        Collections.shuffle(arrivals.events, random);
        return arrivals.events;
    }

    /** Every fourth comes twice. */
    private void add(MessageLite event) {
        events.add(event);
        if (random.nextInt(4) == 0) {
            events.add(event);
        }
    }

    private Rating rating(long number) {
        return aRatingWithoutAnswers()
                .setOfficeId(office)
                .setDeviceId(office + "-tablet-" + random.nextInt(3))
                .setSequenceNumber(number)
                .setBodyHash(random.nextLong())
                .setBucketStart(bucket())
                .addAnswers(anAnswer("overall", 1 + random.nextInt(5)))
                .build();
    }

    private Visit visit(long number) {
        Visit.Builder visit = aVisit().setOfficeId(office)
                .setSequenceNumber(number)
                .setBodyHash(random.nextLong())
                .setBucketStart(bucket())
                .setWithAppointment(random.nextBoolean())
                .setWaitSeconds(
                        random.nextInt(Math.toIntExact(Duration.ofHours(3).toSeconds())));
        return visit.getWithAppointment() && random.nextBoolean()
                ? visit.setLeadDays(random.nextInt(400)).build()
                : visit.build();
    }

    private long bucket() {
        return TIMES.get(random.nextInt(TIMES.size())).getEpochSecond() + QUARTER_HOUR * random.nextInt(3);
    }
}
