package de.visitenkarte.standalone.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.visitenkarte.standalone.TestRegistry;
import de.visitenkarte.standalone.fault.Workload.Batch;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Sends batches as a tablet does: keeps each until it is answered with 202, however long that takes. */
final class Tablets {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI ratings;
    private final Map<String, Long> verdicts = new HashMap<>();
    private int attemptsInVain;

    /** @param api root of the public interface */
    Tablets(URI api) {
        this.ratings = api.resolve("v1/ratings");
    }

    /** Sends a batch until it is answered. */
    void send(Batch batch) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(ratings)
                .timeout(Duration.ofSeconds(5))
                .header("Authorization", "Bearer " + TestRegistry.tokenOf(batch.device()))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("ratings", batch.items()))))
                .build();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isAnswered(request, batch.items().size())) {
            assertThat(System.nanoTime()).as("answered in time").isLessThan(deadline);
            attemptsInVain++;
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** How many items got which verdict. */
    long verdicts(String verdict) {
        return verdicts.getOrDefault(verdict, 0L);
    }

    /** How often a batch had to be sent again. */
    int attemptsInVain() {
        return attemptsInVain;
    }

    private boolean isAnswered(HttpRequest request, int items) throws InterruptedException {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 202) {
                assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
                return false;
            }
            JsonNode answer = JSON.readTree(response.body()).get("verdicts");
            assertThat(answer).hasSize(items);
            answer.forEach(verdict -> verdicts.merge(verdict.get("verdict").asText(), 1L, Long::sum));
            return true;
        } catch (IOException away) {
            return false;
        }
    }
}
