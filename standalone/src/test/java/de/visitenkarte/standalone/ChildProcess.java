package de.visitenkarte.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The program as a person starts it, in a process of its own. Killed at the end if it still runs. */
public final class ChildProcess implements AutoCloseable {

    private static final Duration END_LIMIT = Duration.ofSeconds(60);

    private final Process process;
    private final Path out;
    private final Path err;

    private ChildProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /**
     * Starts it.
     *
     * @param directory for what it prints
     */
    public static ChildProcess start(Path directory, String... arguments) throws IOException {
        Path out = Files.createTempFile(directory, "out", ".txt");
        Path err = Files.createTempFile(directory, "err", ".txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx640m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        // Such variables make a JDK print a line of its own.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return new ChildProcess(builder.start(), out, err);
    }

    long pid() {
        return process.pid();
    }

    /** Returns what it has printed so far. */
    String out() {
        return read(out);
    }

    /** Returns what it has printed where errors belong. */
    String err() {
        return read(err);
    }

    /** Waits until it has printed the text. */
    public void awaitOutput(String text, Duration limit) {
        Awaitility.await().atMost(limit).until(() -> !process.isAlive() || out().contains(text));
        assertThat(out()).as("output; errors: %s", err()).contains(text);
    }

    /** Sends a signal such as {@code INT}. */
    public void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
    }

    /** Waits at most so long and returns whether it has ended. */
    boolean endsWithin(Duration limit) throws InterruptedException {
        return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Returns the exit code once it has ended. */
    public int awaitExit() throws InterruptedException {
        assertThat(endsWithin(END_LIMIT)).as("ends by itself").isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
