package de.visitenkarte.standalone;

import de.visitenkarte.standalone.machine.DurableFile;
import de.visitenkarte.standalone.machine.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
                DurableFile.write(file, label() + "\n");
                return;
            }
            Origin present = read(file);
            if (present != this) {
                throw new StartFailure("The data directory " + directory + " holds " + present.description
                        + ": choose another one with --data, or delete its content with --fresh.");
            }
        } catch (IOException e) {
            throw new StartFailure("The file " + file + " cannot be used.", e);
        }
    }

    private static Origin read(Path file) throws IOException {
        String content = Files.readString(file).strip();
        return Arrays.stream(values())
                .filter(origin -> origin.label().equals(content))
                .findFirst()
                .orElseThrow(() -> new StartFailure("The file " + file
                        + " no longer says whether the data are simulated: write \"" + SIMULATED.label() + "\" or \""
                        + OWN.label() + "\" into it if you know, or delete everything there with --fresh."));
    }

    private String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
