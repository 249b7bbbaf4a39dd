package de.visitenkarte.bench.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.stream.Collectors;

/** Sends signals. Java itself can send none but TERM and KILL. */
final class Signals {

    private Signals() {}

    /** Sends a signal to all processes at once; one that is gone already is fine. */
    static void send(String signal, Collection<Long> pids) {
        if (pids.isEmpty()) {
            return;
        }
        String numbers = pids.stream().map(String::valueOf).collect(Collectors.joining(" "));
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + numbers + " 2>/dev/null")
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run sh", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
