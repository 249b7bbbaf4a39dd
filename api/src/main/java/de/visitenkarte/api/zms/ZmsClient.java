package de.visitenkarte.api.zms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.visitenkarte.api.zms.ZmsFault.Kind;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Asks ZMS and looks twice at its answers. Follows no redirect: where one leads there is no API. */
public final class ZmsClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The queue of a busy scope has some hundred kilobytes. */
    private static final int LONGEST_ANSWER_BYTES = 16 << 20;

    private final HttpClient http;
    private final URI baseUrl;
    private final String authKey;
    private final Duration timeout;

    /** @param authKey value of the header {@code X-Authkey}; never logged */
    public ZmsClient(ZmsSettings settings, String authKey) {
        this.timeout = settings.timeout().toJavaDuration();
        this.http = HttpClient.newBuilder().connectTimeout(timeout).build();
        this.baseUrl = settings.baseUrl();
        this.authKey = authKey;
    }

    /**
     * A usable answer.
     *
     * @param generated time of the server of ZMS, null if it does not say
     */
    record Answer(JsonNode data, @Nullable Instant generated) {}

    /** Returns the queue of a scope as it stands. */
    Answer queue(String scope) throws ZmsFault, InterruptedException {
        return get("/scope/" + scope + "/queue/")
                .orElseThrow(() -> new ZmsFault(Kind.UNREADABLE, "ZMS knows no scope " + scope));
    }

    /** Returns the hourly waits of one day; empty if ZMS has none. */
    Optional<JsonNode> waits(String scope, LocalDate day) throws ZmsFault, InterruptedException {
        return get("/warehouse/waitingscope/" + scope + "/" + day + "/").map(Answer::data);
    }

    private Optional<Answer> get(String path) throws ZmsFault, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(baseUrl.toString().replaceAll("/+$", "") + path))
                .header("X-Authkey", authKey)
                .header("Accept", "application/json")
                .build();
        // The time-out of a request would end with the headers of its answer.
        CompletableFuture<HttpResponse<String>> exchange =
                http.sendAsync(request, any -> new LimitedText(LONGEST_ANSWER_BYTES));
        try {
            return read(path, exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            throw new ZmsFault(Kind.UNREACHABLE, "ZMS does not answer " + path + ": " + reason(e), e);
        } finally {
            exchange.cancel(true);
        }
    }

    private static String reason(Exception fault) {
        return fault.getCause() == null ? "it takes too long" : fault.getCause().toString();
    }

    private static Optional<Answer> read(String path, HttpResponse<String> response) throws ZmsFault {
        int status = response.statusCode();
        if (status == 401 || status == 403) {
            throw new ZmsFault(Kind.UNAUTHORISED, "ZMS answers " + status + " to " + path);
        }
        if (status >= 500 || status == 429) {
            throw new ZmsFault(Kind.UNREACHABLE, "ZMS answers " + status + " to " + path);
        }
        JsonNode body = json(path, response.body());
        if (status == 404) {
            return Optional.empty();
        }
        JsonNode meta = body.path("meta");
        if (status != 200 || meta.path("error").asBoolean() || !body.has("data")) {
            throw new ZmsFault(Kind.UNREADABLE, "ZMS answers " + status + " without data to " + path);
        }
        if (meta.path("reducedData").asBoolean()) {
            throw new ZmsFault(Kind.REDUCED, "ZMS reduces the data of " + path + ": the key has no right to them");
        }
        return Optional.of(
                new Answer(body.get("data"), instant(meta.path("generated").asText())));
    }

    private static JsonNode json(String path, String body) throws ZmsFault {
        try {
            JsonNode json = JSON.readTree(body);
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            // Said below; the body itself does not belong into a log.
        }
        throw new ZmsFault(Kind.UNREADABLE, "ZMS answers no JSON to " + path);
    }

    private static @Nullable Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
