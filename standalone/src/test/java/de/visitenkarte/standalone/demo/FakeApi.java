package de.visitenkarte.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Answers as the API does, in memory: it knows devices and integrations from a registry file, tells repetitions from new
 * events, and keeps a list of everything that no honest sender does.
 */
final class FakeApi implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(4);
    private final Map<String, String> senderByTokenHash = new HashMap<>();
    private final Map<String, String[]> officeAndAreaByDevice = new HashMap<>();
    private final Map<String, String> bodies = new HashMap<>();
    private final Map<String, Long> lastNumbers = new HashMap<>();
    private final Map<Ledger.Answer, Long> answers = new HashMap<>();
    private final Map<Ledger.Wait, Ledger.WaitTotal> waits = new HashMap<>();
    private final List<String> reporters = new ArrayList<>();
    private final List<String> offences = new ArrayList<>();
    private final Troubles troubles = new Troubles();

    private long ratings;
    private long visits;
    private long duplicates;
    private int requests;

    /** What shall go wrong. */
    static final class Troubles {
        private int unavailable;
        private @Nullable String retryAfter;
        private int lostAnswers;
        private int refuseFrom = Integer.MAX_VALUE;
        private int rejected;
    }

    FakeApi(Path registryFile) throws IOException {
        for (JsonNode authority :
                new YAMLMapper().readTree(registryFile.toFile()).get("authorities")) {
            authority.get("integrations").forEach(this::enrol);
            for (JsonNode office : authority.get("offices")) {
                for (JsonNode area : office.get("areas")) {
                    for (JsonNode device : area.get("devices")) {
                        enrol(device);
                        officeAndAreaByDevice.put(device.get("id").asText(), new String[] {
                            office.get("id").asText(), area.get("id").asText()
                        });
                    }
                }
            }
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/v1/ratings", exchange -> answer(exchange, "ratings", 500));
        server.createContext("/v1/visits", exchange -> answer(exchange, "visits", 1000));
        server.createContext("/v1/device/heartbeat", this::hear);
        server.start();
    }

    private void enrol(JsonNode credential) {
        senderByTokenHash.put(
                credential.get("tokenSha256").asText(), credential.get("id").asText());
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The next requests are answered with 503. */
    synchronized void beUnavailable(int times, @Nullable String retryAfter) {
        troubles.unavailable = times;
        troubles.retryAfter = retryAfter;
    }

    /** The next requests are taken, but the answer never arrives. */
    synchronized void loseAnswers(int times) {
        troubles.lostAnswers = times;
    }

    /** All but the next requests are answered with 422: the sender fails in the middle. */
    synchronized void refuseAfter(int times) {
        troubles.refuseFrom = requests + times;
    }

    synchronized void refuseNothing() {
        troubles.refuseFrom = Integer.MAX_VALUE;
    }

    /** The first events of the next request are rejected. */
    synchronized void rejectEvents(int count) {
        troubles.rejected = count;
    }

    /** Who reported, in the order in which they did. */
    synchronized List<String> reporters() {
        return List.copyOf(reporters);
    }

    synchronized long ratings() {
        return ratings;
    }

    synchronized long visits() {
        return visits;
    }

    synchronized long duplicates() {
        return duplicates;
    }

    synchronized int requests() {
        return requests;
    }

    synchronized Map<Ledger.Answer, Long> answers() {
        return new HashMap<>(answers);
    }

    synchronized Map<Ledger.Wait, Ledger.WaitTotal> waits() {
        return new HashMap<>(waits);
    }

    /** A number used for two bodies, a gap, an unknown token, too large a batch. */
    synchronized List<String> offences() {
        return List.copyOf(offences);
    }

    synchronized List<String> senders() {
        return lastNumbers.keySet().stream().sorted().toList();
    }

    private synchronized void hear(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        reporters.add(sender(exchange.getRequestHeaders().getFirst("Authorization")));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private void answer(HttpExchange exchange, String kind, int limit) throws IOException {
        JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        int status;
        String answer;
        synchronized (this) {
            int request = requests++;
            if (troubles.unavailable > 0) {
                troubles.unavailable--;
                if (troubles.retryAfter != null) {
                    exchange.getResponseHeaders().set("Retry-After", troubles.retryAfter);
                }
                status = 503;
                answer = "{}";
            } else if (request >= troubles.refuseFrom) {
                status = 422;
                answer = "{\"title\":\"refused by the test\"}";
            } else {
                status = 202;
                answer = take(kind, limit, body, sender(authorization));
                if (troubles.lostAnswers > 0) {
                    troubles.lostAnswers--;
                    exchange.close();
                    return;
                }
            }
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String sender(@Nullable String authorization) {
        String token = authorization == null ? "" : authorization.replaceFirst("^Bearer ", "");
        String sender = senderByTokenHash.get(Tokens.sha256(token));
        if (sender == null) {
            offences.add("unknown token");
            return "nobody";
        }
        return sender;
    }

    private String take(String kind, int limit, JsonNode body, String sender) {
        ObjectNode answer = JSON.createObjectNode().put("serverTime", "2026-11-22T10:00:00Z");
        ArrayNode verdicts = answer.putArray("verdicts");
        if (body.size() != 1 || body.get(kind).isEmpty() || body.get(kind).size() > limit) {
            offences.add(kind + " of wrong size from " + sender);
        }
        for (JsonNode event : body.get(kind)) {
            ObjectNode verdict = verdicts.addObject()
                    .put("sequenceNumber", event.get("sequenceNumber").asLong());
            if (troubles.rejected > 0) {
                troubles.rejected--;
                verdict.put("verdict", "rejected").put("reason", "wanted by the test");
            } else {
                verdict.put("verdict", take(kind, event, sender) ? "accepted" : "duplicate");
            }
        }
        return answer.toString();
    }

    private boolean take(String kind, JsonNode event, String sender) {
        String line =
                kind.equals("visits") ? sender + "/" + event.get("officeId").asText() : sender;
        long number = event.get("sequenceNumber").asLong();
        String known = bodies.putIfAbsent(line + "#" + number, event.toString());
        if (known != null) {
            duplicates++;
            if (!known.equals(event.toString())) {
                offences.add("number used again with another body: " + line + "#" + number);
            }
            return false;
        }
        if (number != lastNumbers.merge(line, 1L, Long::sum)) {
            offences.add("gap or wrong order at " + line + "#" + number);
        }
        if (kind.equals("visits")) {
            countVisit(event);
        } else {
            countRating(event, sender);
        }
        return true;
    }

    private void countRating(JsonNode rating, String device) {
        ratings++;
        String[] officeAndArea = officeAndAreaByDevice.getOrDefault(device, new String[] {"?", "?"});
        Instant bucket = bucket(rating.get("ratedAt"));
        rating.get("answers")
                .properties()
                .forEach(answer -> answers.merge(
                        new Ledger.Answer(
                                officeAndArea[0],
                                officeAndArea[1],
                                bucket,
                                answer.getKey(),
                                answer.getValue().asInt()),
                        1L,
                        Long::sum));
    }

    private void countVisit(JsonNode visit) {
        visits++;
        long waited = Duration.between(
                        Instant.parse(visit.get("arrivedAt").asText()),
                        Instant.parse(visit.get("calledAt").asText()))
                .toSeconds();
        waits.merge(
                new Ledger.Wait(
                        visit.get("officeId").asText(),
                        visit.get("withAppointment").asBoolean(),
                        bucket(visit.get("finishedAt"))),
                new Ledger.WaitTotal(1, waited),
                (one, other) ->
                        new Ledger.WaitTotal(one.visits() + other.visits(), one.waitSeconds() + other.waitSeconds()));
    }

    private static Instant bucket(JsonNode time) {
        long seconds = Instant.parse(time.asText()).getEpochSecond();
        return Instant.ofEpochSecond(seconds / 900 * 900);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
