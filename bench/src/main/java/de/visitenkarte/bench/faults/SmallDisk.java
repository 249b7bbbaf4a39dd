package de.visitenkarte.bench.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** A directory with a small disk of its own (tmpfs), which can be filled up. Only root can make one. */
final class SmallDisk implements AutoCloseable {

    private static final byte[] BLOCK = new byte[64 * 1024];

    private final Path directory;
    private final Path filler;
    private final AtomicBoolean mounted = new AtomicBoolean(true);

    private SmallDisk(Path directory) {
        this.directory = directory;
        this.filler = directory.resolve("filler");
    }

    /** Returns whether this user may make one. */
    static boolean isPossible() {
        return System.getProperty("user.name").equals("root");
    }

    /** Makes one; the directory is created. */
    static SmallDisk mount(Path directory, int megabytes) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", directory.toString());
        SmallDisk disk = new SmallDisk(directory);
        Runtime.getRuntime().addShutdownHook(new Thread(disk::unmountAfterInterrupt, "unmount"));
        return disk;
    }

    /** Takes all space that is left. */
    void fill() throws IOException {
        try (OutputStream file = Files.newOutputStream(filler)) {
            while (true) {
                file.write(BLOCK);
            }
        } catch (IOException full) {
            if (!Files.exists(filler)) {
                throw full;
            }
        }
    }

    /** Gives the space back. */
    void free() throws IOException {
        Files.deleteIfExists(filler);
    }

    @Override
    public void close() throws IOException {
        if (mounted.getAndSet(false)) {
            try {
                run("umount", "-l", directory.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void unmountAfterInterrupt() {
        try {
            close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }
}
