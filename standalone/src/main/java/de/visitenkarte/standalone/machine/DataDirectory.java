package de.visitenkarte.standalone.machine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The directory that holds everything one instance keeps, locked against a second instance until {@link #close()}. */
public final class DataDirectory implements AutoCloseable {

    /** A first start needs about 150 MB; below this PostgreSQL or Kafka would soon stop with a full disk. */
    static final long MINIMUM_FREE_BYTES = 500L * 1024 * 1024;

    private static final String MARKER = ".visitenkarte";
    private static final String LOCK = ".lock";

    private final Path path;
    private final FileLock lock;

    private DataDirectory(Path path, FileLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Returns the directory, created if absent and locked.
     *
     * @param fresh whether to delete what an earlier instance kept there
     * @throws StartFailure if it belongs to something else, is in use, cannot be written, or the disk is nearly full
     */
    public static DataDirectory open(Path directory, boolean fresh) {
        Path path = directory.toAbsolutePath().normalize();
        try {
            claim(path);
            DataDirectory opened = new DataDirectory(path, lock(path));
            try {
                if (fresh) {
                    opened.empty();
                }
                checkSpace(path);
                return opened;
            } catch (IOException | RuntimeException e) {
                opened.close();
                throw e;
            }
        } catch (AccessDeniedException e) {
            throw new StartFailure(
                    "The data directory " + path + " cannot be written (" + e.getFile()
                            + "): choose another one with --data.",
                    e);
        } catch (IOException e) {
            throw new StartFailure(
                    "The data directory " + path + " cannot be used (" + e + ")" + ": choose another one with --data.",
                    e);
        }
    }

    /** Returns the directory itself: absolute. */
    public Path path() {
        return path;
    }

    /** Returns a directory in it, created if absent, and closed to other users: ratings and tokens may lie there. */
    public Path directory(String name) {
        try {
            Path directory = Files.createDirectories(path.resolve(name));
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            return directory;
        } catch (IOException e) {
            throw new StartFailure("The directory " + path.resolve(name) + " cannot be created.", e);
        }
    }

    @Override
    public void close() {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new IllegalStateException("cannot release the lock of " + path, e);
        }
    }

    private static void claim(Path path) throws IOException {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new StartFailure(path + " is not a directory: choose another one with --data.");
        }
        Files.createDirectories(path);
        if (Files.exists(path.resolve(MARKER))) {
            return;
        }
        if (!list(path).isEmpty()) {
            throw new StartFailure("The directory " + path
                    + " holds something that is not Visitenkarte's (no file " + MARKER
                    + " in it): choose an empty or new one with --data.");
        }
        Files.writeString(path.resolve(MARKER), "Visitenkarte keeps its data here. Removed with: run --fresh\n");
    }

    private static FileLock lock(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw new StartFailure("Visitenkarte is already running with the data directory " + path
                    + ": stop it first, or choose another one with --data.");
        }
        return lock;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static void checkSpace(Path path) throws IOException {
        long free = Files.getFileStore(path).getUsableSpace();
        if (free < MINIMUM_FREE_BYTES) {
            throw new StartFailure("Only " + free / 1024 / 1024 + " MB are free for the data directory " + path
                    + ", at least " + MINIMUM_FREE_BYTES / 1024 / 1024 + " MB are needed.");
        }
    }

    private void empty() throws IOException {
        for (Path child : list(path)) {
            if (!child.endsWith(MARKER) && !child.endsWith(LOCK)) {
                FileTree.delete(child);
            }
        }
    }

    private static List<Path> list(Path path) throws IOException {
        try (Stream<Path> children = Files.list(path)) {
            return children.toList();
        }
    }
}
