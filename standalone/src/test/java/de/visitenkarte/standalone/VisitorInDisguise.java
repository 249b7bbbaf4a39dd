package de.visitenkarte.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Sends what a tablet and a queue system send, together with all that could give a visitor away and is unmistakable. */
final class VisitorInDisguise {

    private static final String ADDRESS = "127.0.0.77";
    private static final String DEVICE = "b-1-1";
    private static final String QUEUE = TestRegistry.queueOf("b");

    private final Instant ratedAt = Instant.now()
            .truncatedTo(ChronoUnit.HOURS)
            .minus(Duration.ofHours(3))
            .plus(Duration.ofSeconds(433).plusMillis(457));
    private final Addresses addresses;

    VisitorInDisguise(Addresses addresses) {
        this.addresses = addresses;
    }

    /** Returns what must not be found afterwards. */
    Traces traces() {
        return new Traces()
                .ofText("the user agent", "DisguisedBrowser/7.7")
                .ofText("the user agent of the real browser", "HeadlessChrome")
                .ofText("an address in a header", "203.0.113.77")
                .ofText("the address of the connection", ADDRESS)
                .ofText("a cookie", "disguised-cookie")
                .ofText("the page before", "disguised-referer")
                .ofText("a query", "disguised-query")
                .ofText("a path", "disguised-path")
                .ofText("a body that cannot be read", "disguised-body")
                .ofText("a token of nobody", "disguised-token")
                .ofText("the token of a tablet", TestRegistry.tokenOf(DEVICE))
                .ofText("the token of a queue system", TestRegistry.tokenOf(QUEUE))
                .ofTime("the time of the rating", ratedAt)
                .ofTime("the time of the arrival", arrivedAt())
                .ofTime("the time of the call", calledAt())
                .ofTime("the time of the end", finishedAt());
    }

    /** Sends a rating and a visit that count, and some requests that do not. */
    void visit() throws IOException {
        String device = TestRegistry.tokenOf(DEVICE);
        assertThat(send("POST /v1/ratings", device, """
                        {"ratings": [{"sequenceNumber": 1, "instrumentVersion": 1, "language": "ti", "ratedAt": "%s",
                                      "answers": {"overall": 3}}]}""".formatted(ratedAt))).contains("\"accepted\"");
        assertThat(send("POST /v1/visits", TestRegistry.tokenOf(QUEUE), """
                        {"visits": [{"sequenceNumber": 1, "officeId": "b-office", "arrivedAt": "%s", "calledAt": "%s",
                                     "finishedAt": "%s", "withAppointment": true}]}""".formatted(
                                arrivedAt(), calledAt(), finishedAt())))
                .contains("\"accepted\"");
        assertThat(send("POST /v1/ratings", device, "{\"disguised-body\": ")).contains(" 400 ");
        assertThat(send("POST /v1/ratings", "disguised-token", "{}")).contains(" 401 ");
        assertThat(send("GET /v1/device/configuration?disguised-query=1", device, ""))
                .contains(" 200 ");
        assertThat(send("GET /tablet/disguised-path", device, "")).contains(" 404 ");
    }

    private Instant arrivedAt() {
        return ratedAt.minusSeconds(2011).plusMillis(101);
    }

    private Instant calledAt() {
        return ratedAt.minusSeconds(613).plusMillis(202);
    }

    private Instant finishedAt() {
        return ratedAt.minusSeconds(27).plusMillis(303);
    }

    private String send(String methodAndPath, String token, String body) throws IOException {
        String head = String.join(
                "\r\n",
                methodAndPath + " HTTP/1.1",
                "Host: localhost",
                "Connection: close",
                "Content-Type: application/json",
                "Content-Length: " + body.length(),
                "Authorization: Bearer " + token,
                "User-Agent: DisguisedBrowser/7.7",
                "X-Forwarded-For: 203.0.113.77",
                "X-Real-IP: 203.0.113.77",
                "Forwarded: for=203.0.113.77",
                "Cookie: visitor=disguised-cookie",
                "Referer: http://localhost/disguised-referer",
                "",
                body);
        try (Socket socket = new Socket()) {
            bind(socket);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), addresses.port()));
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Linux has all of 127.0.0.0/8; where there is one loopback address only, the connection comes from that. */
    private static void bind(Socket socket) throws IOException {
        try {
            socket.bind(new InetSocketAddress(ADDRESS, 0));
        } catch (BindException e) {
            // The other traces are looked for all the same.
        }
    }
}
