package de.visitenkarte.bench.faults;

import de.visitenkarte.events.Topics;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Damages what a dead broker keeps. */
final class BrokerFiles {

    private static final int LARGEST_TEAR = 64 * 1024;
    private static final int SMALLEST_TEAR = 1024;

    private final Path log;
    private final Random random;

    /** @param directory of one broker */
    BrokerFiles(Path directory, Random random) {
        this.log = directory.resolve("log");
        this.random = random;
    }

    /**
     * Leaves behind the newest segment of each partition of the ratings what a write leaves that was cut short: the
     * first part of a batch, or garbage. Nothing acknowledged is touched: the only copy was on disk before.
     */
    void appendTornWrite() throws IOException {
        for (Path segment : newestSegments()) {
            try (RandomAccessFile file = new RandomAccessFile(segment.toFile(), "rw")) {
                byte[] torn = new byte[SMALLEST_TEAR + random.nextInt(LARGEST_TEAR - SMALLEST_TEAR)];
                random.nextBytes(torn);
                if (random.nextBoolean() && file.length() > 0) {
                    file.seek(0);
                    torn = new byte[(int) Math.min(file.length(), 40 + random.nextInt(100))];
                    file.readFully(torn);
                }
                file.seek(file.length());
                file.write(torn);
            }
        }
    }

    /** Cuts the end off the newest segment of each partition of the ratings. Other brokers must have what is cut off. */
    void truncate() throws IOException {
        for (Path segment : newestSegments()) {
            try (RandomAccessFile file = new RandomAccessFile(segment.toFile(), "rw")) {
                int cut = SMALLEST_TEAR + random.nextInt(LARGEST_TEAR - SMALLEST_TEAR);
                file.setLength(Math.max(0, file.length() - cut));
            }
        }
    }

    /** Deletes the index files of all partitions. */
    void deleteIndexes() throws IOException {
        try (Stream<Path> files = Files.walk(log)) {
            List<Path> indexes =
                    files.filter(file -> file.toString().endsWith("index")).toList();
            for (Path index : indexes) {
                Files.delete(index);
            }
        }
    }

    private List<Path> newestSegments() throws IOException {
        try (Stream<Path> partitions = Files.list(log)) {
            return partitions
                    .filter(each -> each.getFileName().toString().startsWith(Topics.RATING.name() + "-"))
                    .sorted()
                    .flatMap(each -> newestSegment(each).stream())
                    .toList();
        }
    }

    private static Optional<Path> newestSegment(Path partition) {
        try (Stream<Path> files = Files.list(partition)) {
            return files.filter(file -> file.toString().endsWith(".log")).max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
