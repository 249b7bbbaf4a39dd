package de.visitenkarte.standalone;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has been started, stopped in reverse order, each part even if one before it could not be stopped. */
final class Parts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    /** Adds a part that was started just now, and returns it. */
    <T extends AutoCloseable> T add(T part) {
        running.push(part);
        return part;
    }

    @Override
    public void close() {
        while (!running.isEmpty()) {
            stop(running.pop());
        }
    }

    private static void stop(AutoCloseable part) {
        // Whoever asked to stop may have interrupted this thread to be heard; stopping itself must not be cut short.
        boolean interrupted = Thread.interrupted();
        try {
            part.close();
        } catch (Exception e) {
            LOG.error("could not stop {}", part.getClass().getSimpleName(), e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
