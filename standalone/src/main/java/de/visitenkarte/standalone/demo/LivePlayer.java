package de.visitenkarte.standalone.demo;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends, every few seconds, what has happened since; after a sleep of the machine all that was missed. */
final class LivePlayer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LivePlayer.class);
    private static final Duration BETWEEN = Duration.ofSeconds(3);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(5);

    private final Courier courier;
    private final TabletReports reports;
    private final ApiClient api;
    private final Clock clock;
    private final Pause pause;
    private final Thread thread = new Thread(this::play, "demo-live");

    LivePlayer(Courier courier, TabletReports reports, ApiClient api, Clock clock, Pause pause) {
        this.courier = courier;
        this.reports = reports;
        this.api = api;
        this.clock = clock;
        this.pause = pause;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void play() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                pause.pause(playOnce() ? BETWEEN : AFTER_FAILURE);
            }
        } catch (InterruptedException e) {
            LOG.debug("demo stops");
        }
    }

    private boolean playOnce() throws InterruptedException {
        try {
            courier.sendThrough(clock.instant(), api, sent -> {});
            reports.sendIfDue(clock.instant(), api);
            return true;
        } catch (RuntimeException e) {
            LOG.error("The demo could not send, trying again in {}", AFTER_FAILURE, e);
            return false;
        }
    }

    /** Stops within a few seconds. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(PATIENCE_AT_CLOSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
