package de.visitenkarte.api.grafana;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The directory that the command writes; readers never see half a file. */
final class OwnFiles {

    private static final FileAttribute<Set<PosixFilePermission>> SECRET = permissions("rw-------");

    private final Path directory;

    OwnFiles(Path directory) {
        this.directory = directory;
    }

    Optional<String> find(String name) {
        Path file = directory.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String name, String content) {
        replace(name, content, permissions("rw-r--r--"));
    }

    /** Writes a file that only its owner may read. */
    void writeSecret(String name, String content) {
        replace(name, content, SECRET);
    }

    void delete(String name) {
        try {
            Files.deleteIfExists(directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void replace(String name, String content, FileAttribute<Set<PosixFilePermission>> permissions) {
        Path file = directory.resolve(name);
        Path unfinished = directory.resolve(name + ".new");
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.deleteIfExists(unfinished);
            Files.createFile(unfinished, permissions);
            Files.writeString(unfinished, content);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> permissions(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }
}
