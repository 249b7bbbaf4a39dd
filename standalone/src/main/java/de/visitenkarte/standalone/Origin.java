package de.visitenkarte.standalone;

import de.visitenkarte.standalone.machine.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Where the data of a directory comes from. The two never mix, or invented figures would stand among real ones. */
enum Origin {
    SIMULATED("simulated data of the demo"),
    OWN("data of a registry of your own");

    private static final String FILE = "origin";

    private final String description;

    Origin(String description) {
        this.description = description;
    }

    static Origin of(Options options) {
        return options.demo() ? SIMULATED : OWN;
    }

    /**
     * Writes down that the directory holds data of this origin.
     *
     * @throws StartFailure if it holds data of the other one
     */
    void claim(Path directory) {
        Path file = directory.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, name().toLowerCase(Locale.ROOT) + "\n");
                return;
            }
            Origin present = valueOf(Files.readString(file).strip().toUpperCase(Locale.ROOT));
            if (present != this) {
                throw new StartFailure("The data directory " + directory + " holds " + present.description
                        + ": choose another one with --data, or delete its content with --fresh.");
            }
        } catch (IOException e) {
            throw new StartFailure("The file " + file + " cannot be used.", e);
        }
    }
}
