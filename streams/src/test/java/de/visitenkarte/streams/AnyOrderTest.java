package de.visitenkarte.streams;

import static de.visitenkarte.streams.examples.Examples.BUCKET;
import static de.visitenkarte.streams.examples.Examples.aRatingWithoutAnswers;
import static de.visitenkarte.streams.examples.Examples.anAnswer;
import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.events.Rating;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever the order and however often ratings arrive, the same cells come out. */
class AnyOrderTest {

    private static final long QUARTER_HOURS = 4 * 24 * 30;

    // One for all tries, because opening the stores takes longer than a try; each try has an office of its own.
    private static final CountingDriver driver = new CountingDriver();

    private static int offices;

    @AfterContainer
    static void closeDriver() {
        driver.close();
    }

    @Property(tries = 1000)
    void anyOrderWithRepetitionsGivesTheSameCells(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 60) int ratings) {
        String office = "office-" + offices++;
        List<Rating> distinct = randomRatings(office, ratings, random);
        List<Rating> arriving = new ArrayList<>(distinct);
        for (int repetition = random.nextInt(ratings + 1); repetition > 0; repetition--) {
            arriving.add(distinct.get(random.nextInt(ratings)));
        }
        Collections.shuffle(arriving, random);

        arriving.forEach(rating -> {
            driver.send(rating);
            if (random.nextInt(5) == 0) {
                driver.passOn();
            }
        });

        Map<String, List<Long>> counts = new TreeMap<>();
        driver.ratingCells().forEach((key, cell) -> counts.put(questionAndBucket(key), cell.getCountsList()));
        assertThat(counts).isEqualTo(countedByHand(distinct));
        assertThat(driver.deadLetters()).isEmpty();
    }

    private static List<Rating> randomRatings(String office, int count, Random random) {
        List<Rating> ratings = new ArrayList<>();
        HashSet<String> numbers = new HashSet<>();
        while (ratings.size() < count) {
            String device = office + "-device-" + random.nextInt(3);
            int number = 1 + random.nextInt(2 * count);
            if (numbers.add(device + number)) {
                ratings.add(aRatingWithoutAnswers()
                        .setOfficeId(office)
                        .setDeviceId(device)
                        .setSequenceNumber(number)
                        .setBodyHash(random.nextLong())
                        .setBucketStart(BUCKET + 900 * (random.nextLong(QUARTER_HOURS) / (1 + random.nextInt(500))))
                        .addAnswers(anAnswer("overall", 1 + random.nextInt(5)))
                        .addAnswers(anAnswer("waiting", 1 + random.nextInt(5)))
                        .build());
            }
        }
        return ratings;
    }

    private static Map<String, List<Long>> countedByHand(List<Rating> ratings) {
        Map<String, List<Long>> counts = new TreeMap<>();
        ratings.forEach(rating -> rating.getAnswersList()
                .forEach(answer -> counts.merge(
                        answer.getQuestionId() + " " + rating.getBucketStart(),
                        one(answer.getValue()),
                        AnyOrderTest::sum)));
        return counts;
    }

    private static String questionAndBucket(String key) {
        String[] parts = key.split("/", -1);
        return parts[3] + " " + parts[4];
    }

    private static List<Long> one(int value) {
        List<Long> counts = new ArrayList<>(Collections.nCopies(5, 0L));
        counts.set(value - 1, 1L);
        return counts;
    }

    private static List<Long> sum(List<Long> a, List<Long> b) {
        List<Long> sum = new ArrayList<>(a);
        for (int i = 0; i < b.size(); i++) {
            sum.set(i, sum.get(i) + b.get(i));
        }
        return sum;
    }
}
