package de.visitenkarte.standalone.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the simulator sent: the truth that tests compare figures with.
 *
 * <p>Lines may be repeated, because after a crash the simulator sends again; each event counts once.
 */
public final class Ledger {

    private final Map<String, String> ratingLines = new HashMap<>();
    private final Map<Answer, Long> answers = new HashMap<>();
    private final Map<Wait, WaitTotal> waits = new HashMap<>();

    /**
     * One answer of one quarter hour.
     *
     * @param bucket its start
     */
    public record Answer(String officeId, String areaId, Instant bucket, String questionId, int value) {}

    /**
     * The visits that ended in one quarter hour.
     *
     * @param bucket its start
     */
    public record Wait(String officeId, boolean withAppointment, Instant bucket) {}

    /**
     * How many they were and how long they waited together.
     *
     * @param visits at least 1
     */
    public record WaitTotal(long visits, long waitSeconds) {}

    private Ledger() {}

    /**
     * Reads all files of a ledger; a line that is still being written at the end of a file is not part of it.
     *
     * @param directory where the ledger lies; an absent one is an empty ledger
     * @throws IllegalStateException if one number of a device stands for two different ratings
     */
    public static Ledger read(Path directory) {
        Ledger ledger = new Ledger();
        if (Files.notExists(directory)) {
            return ledger;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                boolean ratings = file.getFileName().toString().startsWith("ratings-");
                for (String line : completeLines(Files.readString(file))) {
                    if (ratings) {
                        ledger.addRating(line);
                    } else {
                        ledger.addVisits(line);
                    }
                }
            }
            return ledger;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> completeLines(String text) {
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    /** {@code device,number,office,area,bucket,overall=4 waiting=3}. */
    private void addRating(String line) {
        String[] fields = line.split(",", -1);
        String known = ratingLines.putIfAbsent(fields[0] + "," + fields[1], line);
        if (known == null) {
            for (String answer : fields[5].split(" ", -1)) {
                String[] questionAndValue = answer.split("=", -1);
                answers.merge(
                        new Answer(
                                fields[2],
                                fields[3],
                                Instant.parse(fields[4]),
                                questionAndValue[0],
                                Integer.parseInt(questionAndValue[1])),
                        1L,
                        Long::sum);
            }
        } else if (!known.equals(line)) {
            throw new IllegalStateException("one number, two ratings: " + known + " and " + line);
        }
    }

    /** {@code office,withAppointment,bucket,visits,waitSeconds}: the state of the bucket so far, so the fullest counts. */
    private void addVisits(String line) {
        String[] fields = line.split(",", -1);
        waits.merge(
                new Wait(fields[0], Boolean.parseBoolean(fields[1]), Instant.parse(fields[2])),
                new WaitTotal(Long.parseLong(fields[3]), Long.parseLong(fields[4])),
                (one, other) -> one.visits() >= other.visits() ? one : other);
    }

    /** Returns the number of ratings. */
    public long ratings() {
        return ratingLines.size();
    }

    /** Returns the number of visits. */
    public long visits() {
        return waits.values().stream().mapToLong(WaitTotal::visits).sum();
    }

    /** Returns how often each answer was given; answers that were never given are absent. */
    public Map<Answer, Long> answers() {
        return Collections.unmodifiableMap(answers);
    }

    /** Returns the visits per quarter hour; quarter hours without any are absent. */
    public Map<Wait, WaitTotal> waits() {
        return Collections.unmodifiableMap(waits);
    }
}
