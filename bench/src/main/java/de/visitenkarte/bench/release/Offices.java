package de.visitenkarte.bench.release;

import de.visitenkarte.api.projection.ProjectionDao;
import de.visitenkarte.bench.http.Fleet;
import de.visitenkarte.events.WaitBins;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/** Offices of medium size, each with 14 ratings of three questions and 130 visits a day, written as the projection does. */
final class Offices {

    static final int RATINGS_A_DAY = 14;
    static final int VISITS_A_DAY = 130;
    static final int MINUTES_OPEN = 8 * 60;

    private static final int OPENS_AT_HOUR = 7;
    private static final int BUCKET_MINUTES = 15;
    private static final List<String> QUESTIONS = List.of("overall", "waiting", "friendliness");

    private final Jdbi jdbi;
    private final Fleet fleet;
    private final Random random = new Random(42);
    private final Map<RatingKey, long[]> ratings = new HashMap<>();
    private final Map<WaitKey, Waits> waits = new HashMap<>();
    private final Set<RatingKey> changedRatings = new HashSet<>();
    private final Set<WaitKey> changedWaits = new HashSet<>();

    Offices(Jdbi jdbi, Fleet fleet) {
        this.jdbi = jdbi;
        this.fleet = fleet;
    }

    private record RatingKey(int office, Instant bucket, String question) {}

    private record WaitKey(int office, Instant bucket, boolean withAppointment) {}

    private record Waits(long[] histogram, long[] seconds) {}

    /** Everything of one day, in all offices; earlier days are forgotten here. */
    void day(LocalDate day) {
        ratings.clear();
        waits.clear();
        for (int minute = 0; minute < MINUTES_OPEN; minute++) {
            tick(day, minute);
        }
        write();
    }

    /** What comes in one minute of a day, in all offices. */
    void minute(LocalDate day, int minute) {
        tick(day, minute);
        write();
    }

    private void tick(LocalDate day, int minute) {
        Instant bucket = day.atTime(OPENS_AT_HOUR, 0)
                .toInstant(ZoneOffset.UTC)
                .plusSeconds(60L * (minute - minute % BUCKET_MINUTES));
        for (int office = 0; office < fleet.authorities(); office++) {
            if (random.nextInt(MINUTES_OPEN) < RATINGS_A_DAY) {
                rate(office, bucket);
            }
            if (random.nextInt(MINUTES_OPEN) < VISITS_A_DAY) {
                visit(office, bucket);
            }
        }
    }

    private void rate(int office, Instant bucket) {
        for (String question : QUESTIONS) {
            RatingKey key = new RatingKey(office, bucket, question);
            ratings.computeIfAbsent(key, any -> new long[5])[random.nextInt(5)]++;
            changedRatings.add(key);
        }
    }

    private void visit(int office, Instant bucket) {
        WaitKey key = new WaitKey(office, bucket, random.nextBoolean());
        Waits known = waits.computeIfAbsent(key, any -> new Waits(new long[WaitBins.COUNT], new long[1]));
        long seconds = random.nextInt(90 * 60);
        known.histogram()[WaitBins.binOf(seconds)]++;
        known.seconds()[0] += seconds;
        changedWaits.add(key);
    }

    private void write() {
        List<RatingKey> ratingKeys = new ArrayList<>(changedRatings);
        List<WaitKey> waitKeys = new ArrayList<>(changedWaits);
        changedRatings.clear();
        changedWaits.clear();
        jdbi.useTransaction(handle -> {
            ProjectionDao dao = handle.attach(ProjectionDao.class);
            writeRatings(dao, ratingKeys);
            writeWaits(dao, waitKeys);
        });
    }

    private void writeRatings(ProjectionDao dao, List<RatingKey> keys) {
        String[] offices = texts(keys, key -> fleet.office(key.office()));
        long[] buckets =
                keys.stream().mapToLong(key -> key.bucket().getEpochSecond()).toArray();
        dao.upsertRatingCells(
                offices,
                buckets,
                texts(keys, RatingKey::question),
                texts(keys, key -> fleet.area(key.office())),
                keys.stream().mapToInt(key -> 1).toArray(),
                texts(keys, key -> array(Objects.requireNonNull(ratings.get(key)))));
        dao.markDaysChanged(offices, buckets);
    }

    private void writeWaits(ProjectionDao dao, List<WaitKey> keys) {
        String[] offices = texts(keys, key -> fleet.office(key.office()));
        long[] buckets =
                keys.stream().mapToLong(key -> key.bucket().getEpochSecond()).toArray();
        List<Waits> values =
                keys.stream().map(key -> Objects.requireNonNull(waits.get(key))).toList();
        dao.upsertWaitCells(
                offices,
                buckets,
                texts(keys, key -> Boolean.toString(key.withAppointment())),
                values.stream()
                        .mapToLong(each -> Arrays.stream(each.histogram()).sum())
                        .toArray(),
                values.stream().mapToLong(each -> each.seconds()[0]).toArray(),
                texts(values, each -> array(each.histogram())),
                new long[keys.size()],
                texts(keys, key -> "{}"));
        dao.markDaysChanged(offices, buckets);
    }

    private static <T> String[] texts(List<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    private static String array(long[] numbers) {
        return Arrays.toString(numbers).replace('[', '{').replace(']', '}');
    }
}
