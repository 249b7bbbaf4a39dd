package de.visitenkarte.bench.cluster;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One process of the cluster, with those it has started. Whenever it ends without having been told to, it is started
 * again at once, as systemd or a container engine would.
 */
public final class Member {

    private static final long RESTART_PAUSE_MILLIS = 200;
    private static final long END_SECONDS = 40;

    private final Kind kind;
    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final File log;
    private final Spawner spawner;

    private boolean wanted;
    private @Nullable Process process;

    /** @param log what the process prints is appended here */
    Member(Kind kind, String name, List<String> command, Map<String, String> environment, Path log, Spawner spawner) {
        this.kind = kind;
        this.name = name;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.log = log.toFile();
        this.spawner = spawner;
    }

    public Kind kind() {
        return kind;
    }

    /** Returns the kind and a number. */
    public String name() {
        return name;
    }

    /** Returns whether it is meant to run. */
    public synchronized boolean isWanted() {
        return wanted;
    }

    /** Returns whether it runs at this moment, be it only starting. */
    public boolean isRunning() {
        return current() != null;
    }

    /** Starts it and keeps it running from now on. */
    public synchronized void start() {
        wanted = true;
        if (process == null || !process.isAlive()) {
            spawn();
        }
    }

    /** Ends it with SIGKILL, with all that it has started; it is started again by itself. */
    public void kill() {
        Signals.send("KILL", pids());
    }

    /** Halts it and all that it has started, as a machine does that swaps or migrates. */
    public void stall() {
        Signals.send("STOP", pids());
    }

    /** Lets it go on after {@link #stall()}. */
    public void resume() {
        Signals.send("CONT", pids());
    }

    /** Asks it to stop; it is started again by itself. Returns how long it took, in milliseconds. */
    public long restartInOrder() throws InterruptedException {
        return terminate(current());
    }

    /** Asks it to stop, and does not start it again. Returns how long it took, in milliseconds. */
    public long stop() throws InterruptedException {
        Process ending;
        synchronized (this) {
            wanted = false;
            ending = process;
        }
        return terminate(ending);
    }

    /** Does not start it again when it ends. */
    synchronized void forget() {
        wanted = false;
    }

    /** Kills it, and does not start it again; returns when it is gone. */
    public void killForGood() throws InterruptedException {
        Process ending;
        synchronized (this) {
            wanted = false;
            ending = process;
        }
        kill();
        if (ending != null) {
            ending.waitFor(END_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Returns the numbers of its processes; the oldest first. */
    List<Long> pids() {
        Process running = current();
        return running == null
                ? List.of()
                : Stream.concat(Stream.of(running.pid()), running.descendants().map(ProcessHandle::pid))
                        .toList();
    }

    private synchronized @Nullable Process current() {
        return process != null && process.isAlive() ? process : null;
    }

    private static long terminate(@Nullable Process ending) throws InterruptedException {
        long began = System.nanoTime();
        if (ending != null) {
            Signals.send("TERM", List.of(ending.pid()));
            if (!ending.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                ending.destroyForcibly();
            }
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    private synchronized void spawn() {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        // Such variables make a JDK print a line of its own.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(environment);
        try {
            Process started = spawner.start(builder);
            process = started;
            CompletableFuture<?> unused = started.onExit()
                    .thenRunAsync(
                            this::startAgain,
                            CompletableFuture.delayedExecutor(RESTART_PAUSE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name, e);
        }
    }

    private synchronized void startAgain() {
        if (wanted && current() == null) {
            spawn();
        }
    }
}
