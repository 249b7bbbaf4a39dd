package de.visitenkarte.standalone.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes down what is about to be sent, in one pair of files per month (UTC).
 *
 * <p>A rating is one line. A visit line gives the state of a bucket so far (number of visits and sum of waits), so that what
 * is sent again after a crash only repeats a line. {@link Ledger} is the reader.
 */
final class LedgerWriter {

    private final Path directory;
    private final Set<Path> repaired = new HashSet<>();

    private record WaitKey(Instant bucket, boolean withAppointment) {}

    private record WaitSum(long visits, long seconds) {

        WaitSum plus(WaitSum other) {
            return new WaitSum(visits + other.visits, seconds + other.seconds);
        }
    }

    /** @param directory made when the first line is written */
    LedgerWriter(Path directory) {
        this.directory = directory;
    }

    /** Appends all events of the days that lie in the window. After return the lines survive a kill of the process. */
    void write(List<OfficeDay> days, Window window) {
        SortedMap<String, List<String>> linesByFile = new TreeMap<>();
        for (OfficeDay day : days) {
            addRatings(day, window, linesByFile);
            addVisits(day, window, linesByFile);
        }
        try {
            for (Map.Entry<String, List<String>> file : linesByFile.entrySet()) {
                append(directory.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addRatings(OfficeDay day, Window window, Map<String, List<String>> linesByFile) {
        for (Numbered<Rating> numbered : day.ratings()) {
            Rating rating = numbered.event();
            if (window.contains(rating)) {
                Instant bucket = Bucket.of(rating.ratedAt());
                String answers = rating.answers().entrySet().stream()
                        .map(answer -> answer.getKey() + "=" + answer.getValue())
                        .collect(Collectors.joining(" "));
                lines(linesByFile, "ratings", bucket)
                        .add(String.join(
                                ",",
                                rating.deviceId(),
                                Long.toString(numbered.number()),
                                day.office().id(),
                                rating.areaId(),
                                bucket.toString(),
                                answers));
            }
        }
    }

    private static void addVisits(OfficeDay day, Window window, Map<String, List<String>> linesByFile) {
        Map<WaitKey, WaitSum> sums = new LinkedHashMap<>();
        Set<WaitKey> changed = new LinkedHashSet<>();
        for (Numbered<Visit> numbered : day.visits()) {
            Visit visit = numbered.event();
            if (!visit.finishedAt().isAfter(window.upTo())) {
                WaitKey key = new WaitKey(Bucket.of(visit.finishedAt()), visit.withAppointment());
                sums.merge(key, new WaitSum(1, visit.waited().toSeconds()), WaitSum::plus);
                if (window.contains(visit)) {
                    changed.add(key);
                }
            }
        }
        for (WaitKey key : changed) {
            WaitSum sum = sums.getOrDefault(key, new WaitSum(0, 0));
            lines(linesByFile, "visits", key.bucket())
                    .add(String.join(
                            ",",
                            day.office().id(),
                            Boolean.toString(key.withAppointment()),
                            key.bucket().toString(),
                            Long.toString(sum.visits()),
                            Long.toString(sum.seconds())));
        }
    }

    private static List<String> lines(Map<String, List<String>> linesByFile, String kind, Instant bucket) {
        String file = kind + "-" + YearMonth.from(bucket.atZone(ZoneOffset.UTC)) + ".csv";
        return linesByFile.computeIfAbsent(file, name -> new ArrayList<>());
    }

    private void append(Path file, List<String> lines) throws IOException {
        Files.createDirectories(directory);
        if (repaired.add(file) && Files.exists(file)) {
            cutTornLine(file);
        }
        String text = String.join("\n", lines) + "\n";
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** A kill in the middle of writing leaves half a line. Nothing of it was sent, so it is written again. */
    private static void cutTornLine(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        int end = content.length;
        while (end > 0 && content[end - 1] != '\n') {
            end--;
        }
        if (end < content.length) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(end);
            }
        }
    }
}
