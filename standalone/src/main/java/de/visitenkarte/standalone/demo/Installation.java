package de.visitenkarte.standalone.demo;

import de.visitenkarte.standalone.machine.DurableFile;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Properties;

/**
 * What the demo remembers between two starts: seed and start date, which never change, and the instant up to which
 * everything was accepted.
 *
 * <p>The history is not kept, it is simulated again. So seed, start date and the model must stay what they were: another
 * model would put other bodies under numbers that were used already.
 */
final class Installation {

    /** How many days of history a first start loads. */
    static final int HISTORY_DAYS = 90;

    private static final String SEED = "seed";
    private static final String START_DATE = "startDate";
    private static final String MODEL = "model";

    private final long seed;
    private final LocalDate startDate;
    private final Path sentThroughFile;

    private Installation(long seed, LocalDate startDate, Path sentThroughFile) {
        this.seed = seed;
        this.startDate = startDate;
        this.sentThroughFile = sentThroughFile;
    }

    /**
     * Opens what was remembered; on the first call remembers the given seed and date.
     *
     * @param directory exists
     * @throws IllegalStateException if the history was begun by another model of the simulator
     */
    static Installation open(Path directory, long seedIfNew, LocalDate startDateIfNew, String model) {
        Path file = directory.resolve("installation.properties");
        try {
            Properties properties = new Properties();
            if (Files.notExists(file)) {
                properties.setProperty(SEED, Long.toString(seedIfNew));
                properties.setProperty(START_DATE, startDateIfNew.toString());
                properties.setProperty(MODEL, model);
                StringWriter text = new StringWriter();
                properties.store(text, "The demo's history follows from this. Do not edit.");
                DurableFile.write(file, text.toString());
            }
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
            if (!model.equals(properties.getProperty(MODEL))) {
                throw new IllegalStateException("The demo data in " + directory
                        + " were simulated by another version of Visitenkarte. Start once with --fresh.");
            }
            return new Installation(
                    Long.parseLong(properties.getProperty(SEED)),
                    LocalDate.parse(properties.getProperty(START_DATE)),
                    directory.resolve("sent-through"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long seed() {
        return seed;
    }

    LocalDate startDate() {
        return startDate;
    }

    LocalDate firstDay() {
        return startDate.minusDays(HISTORY_DAYS);
    }

    /** Returns the instant up to which everything was accepted: at first the beginning of the history. */
    Instant sentThrough() {
        try {
            if (Files.exists(sentThroughFile)) {
                return Instant.parse(Files.readString(sentThroughFile).strip());
            }
            return firstDay().atStartOfDay(Office.ZONE).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Remembers that everything up to the instant was accepted. Only after that is it never sent again. */
    void rememberSentThrough(Instant instant) {
        try {
            DurableFile.write(sentThroughFile, instant + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
