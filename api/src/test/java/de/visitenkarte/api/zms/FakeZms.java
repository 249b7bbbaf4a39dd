package de.visitenkarte.api.zms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dropwizard.util.Duration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** A small server that answers what it is told to, like ZMS: under a path of its own and only with the right key. */
final class FakeZms implements AutoCloseable {

    static final String KEY = "test-key";
    static final String QUEUE = "/scope/141/queue/";

    private static final int HALF = -1;
    private static final String BASE = "/terminvereinbarung/api/2";

    private final HttpServer server;
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<String> asked = new ArrayList<>();

    /** What it answers; a status of 0 means that it never answers. */
    private record Reply(int status, String contentType, String body) {}

    FakeZms() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    ZmsSettings settings(ZmsSettings.Scope... scopes) {
        return new ZmsSettings(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + BASE + "/"),
                "musterstadt-aufruf",
                Duration.seconds(30),
                Duration.milliseconds(500),
                List.of(scopes));
    }

    void json(String path, String body) {
        replies.put(BASE + path, new Reply(200, "application/json", body));
    }

    void reply(String path, int status, String body) {
        replies.put(BASE + path, new Reply(status, "text/html", body));
    }

    /** From now on this is never answered. */
    void hang(String path) {
        replies.put(BASE + path, new Reply(0, "", ""));
    }

    /** From now on only half of this answer comes, and then nothing more. */
    void stopHalfway(String path, String body) {
        replies.put(BASE + path, new Reply(HALF, "application/json", body));
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        synchronized (asked) {
            asked.add(path.substring(Math.min(BASE.length(), path.length())));
        }
        boolean known = KEY.equals(exchange.getRequestHeaders().getFirst("X-Authkey"));
        Reply reply = known
                ? replies.getOrDefault(path, new Reply(404, "application/json", "{\"meta\":{\"error\":true}}"))
                : new Reply(401, "application/json", "{\"meta\":{\"error\":true}}");
        if (reply.status() == 0) {
            return;
        }
        if (reply.status() == HALF) {
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body, 0, body.length / 2);
            exchange.getResponseBody().flush();
            return;
        }
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", reply.contentType());
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
