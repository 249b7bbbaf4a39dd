package de.visitenkarte.api.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers about organisations as Grafana does; like Grafana it has one from the beginning. */
final class FakeGrafana implements AutoCloseable {

    static final String PASSWORD = "of the administrator";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BY_NAME = "/api/orgs/name/";

    private final HttpServer server;
    private final Map<String, Integer> organisations = new LinkedHashMap<>(Map.of("Main Org.", 1));
    private final List<String> asked = new ArrayList<>();

    FakeGrafana() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    synchronized Map<String, Integer> organisations() {
        return new LinkedHashMap<>(organisations);
    }

    synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String request = exchange.getRequestMethod() + " " + path;
        asked.add(request);
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        if (!isAdministrator(exchange)) {
            reply(exchange, 401, "{\"message\": \"Invalid username or password\"}");
        } else if (request.startsWith("GET " + BY_NAME)) {
            Integer id = organisations.get(path.substring(BY_NAME.length()));
            reply(exchange, id == null ? 404 : 200, id == null ? "{}" : "{\"id\": " + id + "}");
        } else if (request.equals("POST /api/orgs")) {
            int id = organisations.size() + 1;
            boolean taken = organisations.putIfAbsent(body.path("name").asText(), id) != null;
            reply(exchange, taken ? 409 : 200, "{\"orgId\": " + id + ", \"message\": \"Organization created\"}");
        } else if (request.matches("POST /api/admin/provisioning/(datasources|dashboards)/reload")) {
            reply(exchange, 200, "{}");
        } else {
            reply(exchange, 404, "{}");
        }
    }

    private static boolean isAdministrator(HttpExchange exchange) {
        String basic = Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static void reply(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
