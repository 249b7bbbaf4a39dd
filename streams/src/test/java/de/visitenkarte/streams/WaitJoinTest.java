package de.visitenkarte.streams;

import static de.visitenkarte.streams.examples.Examples.BUCKET;
import static de.visitenkarte.streams.examples.Examples.OFFICE;
import static de.visitenkarte.streams.examples.Examples.aRating;
import static de.visitenkarte.streams.examples.Examples.aRatingWithoutAnswers;
import static de.visitenkarte.streams.examples.Examples.aVisit;
import static de.visitenkarte.streams.examples.Examples.anAnswer;
import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.events.BandCell;
import de.visitenkarte.events.BandCells;
import de.visitenkarte.events.Rating;
import de.visitenkarte.events.Visit;
import de.visitenkarte.events.WaitBand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Every rating is in the band of its quarter hour's median wait, exactly once, whatever came first. */
class WaitJoinTest {

    private static final long HOUR = Math.floorDiv(BUCKET, 3600) * 3600;
    private static final int MINUTE = 60;

    @AutoClose
    private final CountingDriver driver = new CountingDriver();

    @Test
    void attributesRatingToTheBandOfItsQuarterHour() {
        driver.send(aVisit().setWaitSeconds(15 * MINUTE).build());
        driver.send(aRating().build());

        assertThat(driver.bandCells())
                .containsOnlyKeys(OFFICE + "/UP_TO_15_MINUTES/" + HOUR)
                .extractingByKey(OFFICE + "/UP_TO_15_MINUTES/" + HOUR)
                .isEqualTo(BandCells.newBuilder()
                        .setAuthorityId("musterstadt")
                        .setOfficeId(OFFICE)
                        .setBand(WaitBand.UP_TO_15_MINUTES)
                        .setHourStart(HOUR)
                        .addCells(BandCell.newBuilder()
                                .setQuestionId("overall")
                                .addAllCounts(List.of(0L, 0L, 0L, 1L, 0L)))
                        .build());
    }

    @Test
    void leavesRatingWithoutWaitsInNoBand() {
        driver.send(aRating().build());

        assertThat(driver.bandCells()).isEmpty();
    }

    @Test
    void movesRatingsOnceWhenLateVisitsMoveTheirQuarterHour() {
        driver.send(aRating().build());
        driver.send(aVisit().setSequenceNumber(1).setWaitSeconds(5 * MINUTE).build());
        driver.passOn();
        driver.send(aVisit().setSequenceNumber(2).setWaitSeconds(61 * MINUTE).build());
        driver.passOn();
        driver.send(aVisit().setSequenceNumber(3)
                .setWaitSeconds(90 * MINUTE)
                .setWithAppointment(false)
                .build());

        assertThat(overall(driver.bandCells())).containsOnly(Map.entry("OVER_60_MINUTES", List.of(0L, 0L, 0L, 1L, 0L)));
    }

    @Test
    void addsUpQuarterHoursOfOneHour() {
        for (int quarter = 0; quarter < 4; quarter++) {
            long bucket = HOUR + 900L * quarter;
            driver.send(aVisit().setSequenceNumber(1 + quarter)
                    .setBucketStart(bucket)
                    .build());
            driver.send(aRating()
                    .setSequenceNumber(1 + quarter)
                    .setBucketStart(bucket)
                    .build());
        }

        assertThat(overall(driver.bandCells()))
                .containsOnly(Map.entry("UP_TO_15_MINUTES", List.of(0L, 0L, 0L, 4L, 0L)));
    }

    @Test
    void anyOrderAndAnyTimestampsGiveTheSameBands() {
        for (long seed = 0; seed < 1000; seed++) {
            Random random = new Random(seed);
            String office = "office-" + seed;
            List<Rating> ratings = ratings(office, random);
            List<Visit> visits = visits(office, random);
            List<Object> arriving = new ArrayList<>(ratings);
            arriving.addAll(visits);
            Collections.shuffle(arriving, random);

            arriving.forEach(event -> {
                Instant timestamp = Instant.ofEpochSecond(HOUR + random.nextInt(100_000_000));
                if (event instanceof Rating rating) {
                    driver.send(rating, timestamp);
                } else {
                    driver.send((Visit) event, timestamp);
                }
                if (random.nextBoolean()) {
                    driver.passOn();
                }
            });

            assertThat(overall(driver.bandCells())).as("seed %d", seed).isEqualTo(byHand(ratings, visits));
        }
    }

    private static List<Rating> ratings(String office, Random random) {
        List<Rating> ratings = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            ratings.add(aRatingWithoutAnswers()
                    .setOfficeId(office)
                    .setDeviceId(office + "-device")
                    .setSequenceNumber(i)
                    .setBucketStart(HOUR + 900L * random.nextInt(4))
                    .addAnswers(anAnswer("overall", 1 + random.nextInt(5)))
                    .build());
        }
        return ratings;
    }

    private static List<Visit> visits(String office, Random random) {
        List<Visit> visits = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            visits.add(aVisit().setOfficeId(office)
                    .setSequenceNumber(i)
                    .setBucketStart(HOUR + 900L * random.nextInt(4))
                    .setWithAppointment(random.nextBoolean())
                    .setWaitSeconds(random.nextInt(100 * MINUTE))
                    .build());
        }
        return visits;
    }

    private static Map<String, List<Long>> byHand(List<Rating> ratings, List<Visit> visits) {
        Map<String, List<Long>> bands = new TreeMap<>();
        for (Rating rating : ratings) {
            int[] waits = visits.stream()
                    .filter(visit -> visit.getBucketStart() == rating.getBucketStart())
                    .mapToInt(Visit::getWaitSeconds)
                    .sorted()
                    .toArray();
            if (waits.length > 0) {
                List<Long> counts = bands.computeIfAbsent(
                        bandOf(waits[(waits.length - 1) / 2]), any -> Arrays.asList(0L, 0L, 0L, 0L, 0L));
                int value = rating.getAnswers(0).getValue() - 1;
                counts.set(value, counts.get(value) + 1);
            }
        }
        return bands;
    }

    private static String bandOf(int seconds) {
        if (seconds <= 15 * MINUTE) {
            return "UP_TO_15_MINUTES";
        }
        if (seconds <= 30 * MINUTE) {
            return "UP_TO_30_MINUTES";
        }
        return seconds <= 60 * MINUTE ? "UP_TO_60_MINUTES" : "OVER_60_MINUTES";
    }

    private static Map<String, List<Long>> overall(Map<String, BandCells> bands) {
        Map<String, List<Long>> counts = new HashMap<>();
        bands.values()
                .forEach(cells ->
                        counts.put(cells.getBand().name(), cells.getCells(0).getCountsList()));
        return counts;
    }
}
