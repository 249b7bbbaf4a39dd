package de.visitenkarte.streams.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The identity of an instance in the consumer group. It is kept beside the stores, so an instance that was killed and
 * starts again gets its partitions back at once instead of after the session timeout.
 */
final class InstanceId {

    private static final String FILE_NAME = "instance-id";

    private InstanceId() {}

    /**
     * Returns the id kept in a directory; the first time it makes one and writes it.
     *
     * @throws IOException if the directory cannot be created, read or written
     */
    static String in(Path directory, Supplier<UUID> ids) throws IOException {
        Path file = directory.resolve(FILE_NAME);
        if (!Files.exists(file)) {
            Files.createDirectories(directory);
            // Moved into place whole: a crash in between must not leave an empty id.
            Path draft = Files.writeString(
                    directory.resolve(FILE_NAME + ".tmp"), ids.get().toString());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return UUID.fromString(Files.readString(file).strip()).toString();
    }
}
