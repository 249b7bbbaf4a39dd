package de.visitenkarte.standalone;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ctrl-C or SIGTERM: asks the main thread to stop everything, waits for it, and ends the process with its exit code
 * instead of the signal's, because being stopped by its user is no failure.
 */
final class StopRequest {

    private static final Logger LOG = LoggerFactory.getLogger(StopRequest.class);

    /** Streams and the api need up to 10 s each when their clients hang. */
    private static final Duration LIMIT = Duration.ofSeconds(40);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread worker;
    private final Terminal terminal;

    private volatile int exitCode;

    private StopRequest(Thread worker, Terminal terminal) {
        this.worker = worker;
        this.terminal = terminal;
    }

    /** Listens from now on for the end of the process; this thread will do the work. */
    static StopRequest listen(Terminal terminal) {
        StopRequest request = new StopRequest(Thread.currentThread(), terminal);
        Runtime.getRuntime().addShutdownHook(new Thread(request::stop, "stop"));
        return request;
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Returns when the person asks to stop. */
    void await() throws InterruptedException {
        asked.await();
    }

    /** Lets the process end with the given exit code once everything is stopped. */
    void finish(int code) {
        exitCode = code;
        finished.countDown();
    }

    private void stop() {
        if (finished.getCount() > 0) {
            terminal.println("Stopping, a moment please.");
        }
        asked.countDown();
        worker.interrupt();
        try {
            if (!finished.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                terminal.printError("Not everything stopped within " + LIMIT.toSeconds() + " s, so it was ended.");
                LOG.error("still busy: {}", Arrays.toString(worker.getStackTrace()));
                exitCode = 1;
            }
        } catch (InterruptedException e) {
            exitCode = 1;
        }
        Runtime.getRuntime().halt(exitCode);
    }
}
