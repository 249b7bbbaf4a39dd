package de.visitenkarte.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Sends batches to all api instances in turn, once each time. Safe for use by several threads. */
final class Client {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final List<URI> apis;
    private final Answers answers;
    private final AtomicInteger turn = new AtomicInteger();

    Client(List<URI> apis, Answers answers) {
        this.apis = List.copyOf(apis);
        this.answers = answers;
    }

    /** Sends items of one source; returns whether they were taken. */
    boolean send(List<Item> items) throws InterruptedException {
        Item first = items.get(0);
        HttpRequest request = HttpRequest.newBuilder(
                        nextApi().resolve(first.kind().path()))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + Installation.tokenOf(first.source()))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body(items)))
                .build();
        long began = System.nanoTime();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return isTaken(response, items, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        } catch (IOException away) {
            answers.none();
            return false;
        }
    }

    /** Sends items and goes away before the answer comes, as a tablet does whose network fails. */
    void sendAndLeave(List<Item> items) {
        Item first = items.get(0);
        URI api = nextApi();
        byte[] body = body(items).getBytes(StandardCharsets.UTF_8);
        String head = "POST /" + first.kind().path() + " HTTP/1.1\r\nHost: " + api.getAuthority()
                + "\r\nAuthorization: Bearer " + Installation.tokenOf(first.source())
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(api.getHost(), api.getPort()), (int) CONNECT.toMillis());
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
        } catch (IOException away) {
            answers.none();
        }
    }

    private URI nextApi() {
        return apis.get(Math.floorMod(turn.getAndIncrement(), apis.size()));
    }

    private static String body(List<Item> items) {
        return items.stream()
                .map(Item::json)
                .collect(Collectors.joining(",", "{\"" + items.get(0).kind().field() + "\":[", "]}"));
    }

    private boolean isTaken(HttpResponse<String> response, List<Item> items, long millis) throws IOException {
        if (response.statusCode() == 503) {
            answers.unavailable(millis);
            if (response.headers().firstValue("Retry-After").isEmpty()) {
                answers.unexpected("503 without Retry-After");
            }
            return false;
        }
        if (response.statusCode() != 202) {
            answers.unexpected(response.statusCode() + " " + response.body());
            return false;
        }
        JsonNode verdicts = JSON.readTree(response.body()).path("verdicts");
        if (verdicts.size() != items.size()) {
            answers.unexpected("202 with " + verdicts.size() + " verdicts for " + items.size() + " items");
            return false;
        }
        for (JsonNode verdict : verdicts) {
            if (verdict.path("verdict").asText().equals("rejected")) {
                answers.unexpected(verdict.toString());
                return false;
            }
        }
        return true;
    }
}
