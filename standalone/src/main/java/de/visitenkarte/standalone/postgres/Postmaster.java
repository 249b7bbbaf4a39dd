package de.visitenkarte.standalone.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server process, started by a thread that lives as long as it (see {@link RunAs#serverCommand}). */
final class Postmaster {

    private static final Logger LOG = LoggerFactory.getLogger("postgres");
    private static final int KEPT_LINES = 30;
    private static final Duration FAST_SHUTDOWN = Duration.ofSeconds(15);

    private final Deque<String> lastLines = new ArrayDeque<>();
    private final CompletableFuture<Process> started = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    private Postmaster() {}

    static Postmaster start(List<String> command) {
        Postmaster postmaster = new Postmaster();
        Thread thread = new Thread(() -> postmaster.run(command), "postgres");
        thread.setDaemon(true);
        thread.start();
        postmaster.started.join();
        return postmaster;
    }

    boolean isRunning() {
        return !ended.isDone();
    }

    /** Returns what the server said last, for finding out why it ended. */
    String lastLines() {
        synchronized (lastLines) {
            return String.join("\n", lastLines);
        }
    }

    /** Ends all sessions and the server; returns when it is gone. */
    void stop() throws InterruptedException {
        for (String signal : List.of("INT", "QUIT", "KILL")) {
            if (endsAfter(signal)) {
                return;
            }
            LOG.warn("PostgreSQL did not end within {} after SIG{}", FAST_SHUTDOWN, signal);
        }
    }

    private boolean endsAfter(String signal) throws InterruptedException {
        signal(started.join().pid(), signal);
        try {
            ended.get(FAST_SHUTDOWN.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a signal; a process that is gone already is fine. Java itself can send none but TERM and KILL. */
    static void signal(long pid, String name) throws InterruptedException {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid + " 2>/dev/null")
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run sh", e);
        }
    }

    private void run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            started.complete(process);
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                lines.lines().forEach(this::log);
            }
            process.waitFor();
        } catch (IOException e) {
            started.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.complete(null);
        }
    }

    private void log(String line) {
        LOG.info("{}", line);
        synchronized (lastLines) {
            lastLines.addLast(line);
            if (lastLines.size() > KEPT_LINES) {
                lastLines.removeFirst();
            }
        }
    }
}
