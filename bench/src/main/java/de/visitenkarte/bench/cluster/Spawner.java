package de.visitenkarte.bench.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts processes that end when this one does, even if this one is killed. The system ties a process to the thread that
 * started it, so all are started by one that never ends. Where the tool for it is missing (macOS), they are left behind
 * after a kill.
 */
final class Spawner {

    private static final List<String> BOUND = List.of("setpriv", "--pdeathsig", "KILL", "--");

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread spawner = new Thread(task, "spawner");
        spawner.setDaemon(true);
        return spawner;
    });
    private final boolean canBind = canBind();

    Process start(ProcessBuilder builder) throws IOException {
        if (canBind) {
            List<String> bound = new ArrayList<>(BOUND);
            bound.addAll(builder.command());
            builder.command(bound);
        }
        try {
            return thread.submit(builder::start).get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a process was started", e);
        }
    }

    private static boolean canBind() {
        List<String> probe = new ArrayList<>(BOUND);
        probe.add("true");
        try {
            return new ProcessBuilder(probe).start().waitFor() == 0;
        } catch (IOException noSuchTool) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
