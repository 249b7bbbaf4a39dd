package de.visitenkarte.standalone.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;

/** Writes small files that must not be found empty. */
public final class DurableFile {

    private DurableFile() {}

    /**
     * Writes a file whole, or leaves the one that is there; also after a kill or a power cut.
     *
     * @param attributes of the file, such as its rights
     */
    public static void write(Path file, String content, FileAttribute<?>... attributes) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.deleteIfExists(draft);
        Files.createFile(draft, attributes);
        Files.writeString(draft, content, StandardCharsets.UTF_8, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
