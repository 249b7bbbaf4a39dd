package de.visitenkarte.standalone.demo;

import de.visitenkarte.standalone.machine.DurableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The tablet that people try; the simulator never uses it. Every start offers a new one, because a browser that has forgotten
 * its numbers would begin again with 1, and used numbers do not count twice. Earlier ones stay registered.
 */
final class TrialTablet {

    private static final String PREFIX = "musterstadt-mitte-zum-ausprobieren-";

    private TrialTablet() {}

    /**
     * Returns the id of a tablet that no earlier start has offered.
     *
     * @param directory exists; remembers how many were offered
     */
    static String next(Path directory) {
        Path file = directory.resolve("trial-tablets");
        try {
            int offered =
                    Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
            DurableFile.write(file, Integer.toString(offered + 1));
            return PREFIX + (offered + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
