package de.visitenkarte.standalone.demo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends batches to the public HTTP API and does not give up while the API is away. Safe for use by several threads. */
final class ApiClient {

    private static final Logger LOG = LoggerFactory.getLogger(ApiClient.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    /** An absurd Retry-After must not stop the demo for a day. */
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofMinutes(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI api;
    private final Pause pause;

    /** What became of one event. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Verdict(
            long sequenceNumber, String verdict, @Nullable String reason) {

        /** Tells whether the API has the event: now or since an earlier try. */
        boolean has() {
            return verdict.equals("accepted") || verdict.equals("duplicate");
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Answer(List<Verdict> verdicts) {}

    /** The API refused a whole batch in a way that trying again does not change. */
    static final class RefusedException extends RuntimeException {
        RefusedException(String message) {
            super(message);
        }
    }

    ApiClient(URI api, Pause pause) {
        this.api = api;
        this.pause = pause;
    }

    /**
     * Sends a batch until the API has taken it, and returns its verdicts.
     *
     * <p>An answer of 429 or 5xx and any connection error is tried again, with the very same body.
     *
     * @throws RefusedException on any other answer than 202
     */
    List<Verdict> send(Batch batch, String token) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(api.resolve(batch.kind().path()))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(batch.body()))
                .build();
        for (int failures = 0; ; failures++) {
            Duration wait = backoff(failures);
            String trouble;
            try {
                HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
                int status = response.statusCode();
                if (status == 202) {
                    return JSON.readValue(response.body(), Answer.class).verdicts();
                }
                if (status != 429 && status < 500) {
                    throw new RefusedException("The API refused %s from %s with %d: %s"
                            .formatted(batch.kind().path(), batch.sender(), status, response.body()));
                }
                trouble = "status " + status;
                wait = retryAfter(response).orElse(wait);
            } catch (IOException e) {
                trouble = e.toString();
            }
            if (failures % 20 == 0) {
                LOG.warn("API does not take {} from {} ({}), trying again", batch.kind(), batch.sender(), trouble);
            }
            pause.pause(wait);
        }
    }

    /** Sends how a tablet is, once: if it does not arrive, a later report says more. */
    void report(String body, String token) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(api.resolve("/v1/device/heartbeat"))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                LOG.warn("API does not take the report of a tablet (status {})", status);
            }
        } catch (IOException e) {
            LOG.debug("API does not take the report of a tablet", e);
        }
    }

    private static Duration backoff(int failures) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 10));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /** The API sends seconds; the form with a date is not used there and is ignored here. */
    private static Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,9}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .map(wait -> wait.compareTo(LONGEST_RETRY_AFTER) < 0 ? wait : LONGEST_RETRY_AFTER);
    }
}
