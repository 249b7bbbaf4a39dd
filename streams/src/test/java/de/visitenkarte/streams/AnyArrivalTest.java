package de.visitenkarte.streams;

import static de.visitenkarte.streams.examples.Examples.BUCKET;
import static de.visitenkarte.streams.examples.Examples.aRating;
import static de.visitenkarte.streams.examples.Examples.aVisit;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.MessageLite;
import de.visitenkarte.events.Account;
import de.visitenkarte.events.Rating;
import de.visitenkarte.events.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Late, repeated, future-dated, in any order, with any timestamps: the same cells, and the same books. Only which of two
 * bodies under one number counts is for the order to say: the first.
 */
class AnyArrivalTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:20:00Z");
    private static final int TEN_YEARS_SECONDS =
            Math.toIntExact(Duration.ofDays(3650).toSeconds());

    // One for all tries, because opening the stores takes longer than a try; each try has an office of its own.
    private static final CountingDriver driver = new CountingDriver();

    private static int offices;

    /** What the books say about one source. */
    record Book(long accepted, long counted, long quarantined, long duplicates, long numbers, long highest) {}

    @AfterContainer
    static void closeDriver() {
        driver.close();
    }

    @Property(tries = 1000)
    void anyArrivalGivesTheSameCellsAndBooks(@ForAll Random random, @ForAll @IntRange(min = 1, max = 40) int ratings) {
        List<MessageLite> arriving = Arrivals.random("office-" + offices++, ratings, random);

        arriving.forEach(event -> {
            send(event, NOW.plusSeconds(random.nextInt(2 * TEN_YEARS_SECONDS) - TEN_YEARS_SECONDS));
            if (random.nextInt(5) == 0) {
                driver.passOn();
            }
        });

        List<MessageLite> counted = firstOfEachNumber(arriving);
        Map<String, List<Long>> ratingCells = new TreeMap<>();
        driver.ratingCells().forEach((key, cell) -> ratingCells.put(last(key), cell.getCountsList()));
        assertThat(ratingCells).isEqualTo(ratingsByHand(counted));
        Map<String, List<Long>> waitCells = new TreeMap<>();
        driver.waitCells()
                .forEach((key, cell) -> waitCells.put(
                        last(key) + cell.getWithAppointment(),
                        List.of(cell.getVisits(), cell.getWaitSecondsSum(), cell.getLeadDaysSum())));
        assertThat(waitCells).isEqualTo(waitsByHand(counted));
        assertThat(books()).isEqualTo(booksByHand(arriving));
        driver.deadLetters();
    }

    @Example
    void oneTabletWithAWrongClockMakesNobodyLate() {
        String office = "office-" + offices++;
        long inTenYears = BUCKET + TEN_YEARS_SECONDS / 900 * 900L;
        driver.send(
                aRating()
                        .setOfficeId(office)
                        .setDeviceId("wrong")
                        .setBucketStart(inTenYears)
                        .build(),
                NOW.plusSeconds(TEN_YEARS_SECONDS));
        driver.send(
                aVisit().setOfficeId(office)
                        .setSequenceNumber(1)
                        .setBucketStart(inTenYears)
                        .build(),
                NOW.plusSeconds(TEN_YEARS_SECONDS));

        driver.send(aRating().setOfficeId(office).setDeviceId("right").build(), NOW);
        driver.send(aVisit().setOfficeId(office).setSequenceNumber(2).build(), NOW);

        assertThat(driver.ratingCells().keySet())
                .extracting(AnyArrivalTest::last)
                .containsExactlyInAnyOrder("" + BUCKET, "" + inTenYears);
        assertThat(driver.bandCells().values())
                .filteredOn(cells -> cells.getOfficeId().equals(office))
                .extracting(cells -> cells.getCells(0).getCountsList())
                .containsExactly(List.of(0L, 0L, 0L, 1L, 0L), List.of(0L, 0L, 0L, 1L, 0L));
        assertThat(driver.deadLetters()).isEmpty();
        assertThat(driver.waitCells()).hasSize(2);
        assertThat(driver.accounts())
                .hasSize(3)
                .allSatisfy((key, account) -> assertThat(account.getCounted()).isEqualTo(account.getAccepted()));
    }

    private static void send(MessageLite event, Instant timestamp) {
        if (event instanceof Rating rating) {
            driver.send(rating, timestamp);
        } else {
            driver.send((Visit) event, timestamp);
        }
    }

    private static List<MessageLite> firstOfEachNumber(List<MessageLite> arriving) {
        Set<String> numbers = new HashSet<>();
        return arriving.stream()
                .filter(event -> numbers.add(sourceOf(event) + numberOf(event)))
                .toList();
    }

    private static Map<String, List<Long>> ratingsByHand(List<MessageLite> counted) {
        Map<String, List<Long>> cells = new TreeMap<>();
        counted.forEach(event -> {
            if (event instanceof Rating rating) {
                List<Long> counts = cells.computeIfAbsent(
                        "" + rating.getBucketStart(), any -> new ArrayList<>(Collections.nCopies(5, 0L)));
                int value = rating.getAnswers(0).getValue() - 1;
                counts.set(value, counts.get(value) + 1);
            }
        });
        return cells;
    }

    private static Map<String, List<Long>> waitsByHand(List<MessageLite> counted) {
        Map<String, List<Long>> cells = new TreeMap<>();
        counted.forEach(event -> {
            if (event instanceof Visit visit) {
                cells.merge(
                        visit.getBucketStart() + "" + visit.getWithAppointment(),
                        List.of(1L, (long) visit.getWaitSeconds(), (long) visit.getLeadDays()),
                        (a, b) -> List.of(a.get(0) + b.get(0), a.get(1) + b.get(1), a.get(2) + b.get(2)));
            }
        });
        return cells;
    }

    private static Map<String, Book> books() {
        Map<String, Book> books = new TreeMap<>();
        for (Account account : driver.accounts().values()) {
            books.put(
                    account.getOfficeId() + account.getSourceId(),
                    new Book(
                            account.getAccepted(),
                            account.getCounted(),
                            account.getQuarantined(),
                            account.getDuplicates(),
                            account.getSequenceNumbers(),
                            account.getHighestSequenceNumber()));
        }
        return books;
    }

    /** From the set of what came alone: nothing in it depends on the order. */
    private static Map<String, Book> booksByHand(List<MessageLite> arriving) {
        Map<String, List<MessageLite>> bySource = new HashMap<>();
        arriving.forEach(event -> bySource.computeIfAbsent(sourceOf(event), any -> new ArrayList<>())
                .add(event));
        Map<String, Book> books = new TreeMap<>();
        bySource.forEach((source, events) -> {
            long accepted = events.stream().distinct().count();
            long numbers = events.stream()
                    .mapToLong(AnyArrivalTest::numberOf)
                    .distinct()
                    .count();
            long highest =
                    events.stream().mapToLong(AnyArrivalTest::numberOf).max().orElseThrow();
            books.put(
                    source,
                    new Book(accepted, numbers, accepted - numbers, events.size() - accepted, numbers, highest));
        });
        return books;
    }

    private static String sourceOf(MessageLite event) {
        return event instanceof Rating rating
                ? rating.getOfficeId() + rating.getDeviceId()
                : ((Visit) event).getOfficeId() + ((Visit) event).getIntegrationId();
    }

    private static long numberOf(MessageLite event) {
        return event instanceof Rating rating ? rating.getSequenceNumber() : ((Visit) event).getSequenceNumber();
    }

    private static String last(String key) {
        return key.substring(key.lastIndexOf('/') + 1);
    }
}
