package de.visitenkarte.standalone;

import de.visitenkarte.standalone.machine.StartFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits until an application says that it is ready. */
final class Readiness {

    /** Cold machine, two cores, everything starting at once: seen up to 15 s. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(ANSWER_LIMIT).build();

    /**
     * Returns when the application is ready.
     *
     * @param name for the message
     * @param admin the root of its administration
     * @throws StartFailure if it is not ready in time
     */
    void await(String name, URI admin) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(admin.resolve("ready"))
                .timeout(ANSWER_LIMIT)
                .build();
        long giveUp = System.nanoTime() + LIMIT.toNanos();
        while (!isReady(request)) {
            if (System.nanoTime() > giveUp) {
                throw new StartFailure("The part " + name + " was not ready after " + LIMIT.toMinutes() + " minutes.");
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
    }

    private boolean isReady(HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        }
    }
}
