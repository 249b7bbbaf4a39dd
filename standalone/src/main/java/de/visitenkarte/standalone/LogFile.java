package de.visitenkarte.standalone;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The log of all parts. When it has become long, it begins anew, and one older file stays beside it. */
final class LogFile extends OutputStream {

    private static final long LONG_BYTES = 20L * 1024 * 1024;

    private final Path file;

    private OutputStream out;
    private long bytes;

    private LogFile(Path file) throws IOException {
        this.file = file;
        this.out = append();
        this.bytes = Files.size(file);
    }

    /** Sends everything that this process prints from now on to the file; its directory must exist. */
    static void takeOver(Path file) throws IOException {
        PrintStream log = new PrintStream(new LogFile(file), true, StandardCharsets.UTF_8);
        System.setOut(log);
        System.setErr(log);
    }

    @Override
    public synchronized void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] text, int offset, int length) throws IOException {
        if (bytes > LONG_BYTES) {
            out.close();
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            out = append();
            bytes = 0;
        }
        out.write(text, offset, length);
        bytes += length;
    }

    private OutputStream append() throws IOException {
        return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
