package de.visitenkarte.api.background;

import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats a step on a thread of its own until stopped. A step that fails is repeated after the pause; an outage is logged
 * when it begins and when it ends, not at every try.
 */
public final class BackgroundLoop implements Managed {

    /** One round of the work. */
    @FunctionalInterface
    public interface Step {
        /** Returns whether there is more to do right now; otherwise the loop pauses. */
        boolean run() throws Exception;
    }

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundLoop.class);
    private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Thread thread;
    private final Step step;
    private final Duration pause;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Exception fault;

    /**
     * @param name of the thread, as it stands in logs
     * @param pause between two rounds when there is nothing more to do, and after a failure
     */
    public BackgroundLoop(String name, Duration pause, Step step) {
        this.thread = new Thread(this::loop, name);
        this.step = step;
        this.pause = pause;
        thread.setDaemon(true);
    }

    @Override
    public void start() {
        thread.start();
    }

    /** Lets the step that is running end by itself; interrupts it only if it takes long. */
    @Override
    public void stop() throws InterruptedException {
        stopping.countDown();
        thread.join(PATIENCE.toMillis());
        thread.interrupt();
        thread.join(PATIENCE.toMillis());
    }

    /** Returns the name. */
    public String name() {
        return thread.getName();
    }

    /** Returns what the last round failed with, null while all is well. */
    public @Nullable String faultMessage() {
        Exception last = fault;
        return last == null ? null : last.toString();
    }

    private void loop() {
        try {
            boolean more = true;
            while (!stopping.await(more ? 0 : pause.toMillis(), TimeUnit.MILLISECONDS)) {
                more = runStep();
            }
        } catch (InterruptedException end) {
            LOG.warn("{} had to be interrupted", thread.getName());
        }
    }

    private boolean runStep() throws InterruptedException {
        try {
            boolean more = step.run();
            if (fault != null) {
                LOG.info("{} works again", thread.getName());
                fault = null;
            }
            return more;
        } catch (InterruptedException end) {
            throw end;
        } catch (Exception e) {
            if (fault == null) {
                LOG.warn("{} failed and will be tried again until it works", thread.getName(), e);
            }
            fault = e;
            stopping.await(PAUSE_AFTER_FAULT.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        }
    }
}
