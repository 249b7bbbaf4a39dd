package de.visitenkarte.api;

import static de.visitenkarte.api.RunningApi.DEVICE_TOKEN;
import static de.visitenkarte.api.RunningApi.INTEGRATION_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.api.RunningApi.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client hears when something is wrong. */
@SuppressWarnings("NullAway.Init")
class ProblemsIT {

    private static final String RATING = """
            {"sequenceNumber": 1, "instrumentVersion": 1, "language": "ar", "ratedAt": "2026-11-22T10:00:00Z",
             "answers": {"overall": 4}}""";

    private static RunningApi api;

    @BeforeAll
    static void startApi() {
        api = RunningApi.start();
    }

    @AfterAll
    static void stopApi() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/v1/nothing",
                "/v1/ratings/1",
                "/v1/board/authorities/nobody",
                "/tablet/nothing",
                "/tablet/assets/nothing.js",
                "/board/nothing.html",
                "/board/vendor/nothing.js",
            })
    void whatIsNotThereIs404(String path) {
        assertProblem(api.get(path), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/board/%00", "/board/..%2Fapi.yaml", "/tablet/..%252f..%252fapi.yaml", "/board/%2e%2e/api.yaml"
            })
    void suspiciousAddressLeadsNowhere(String path) {
        Answer answer = api.get(path);

        assertProblem(answer, answer.status(), answer.status() == 404 ? "not-found" : "malformed-request");
        assertThat(answer.body()).doesNotContain("bootstrapServers");
    }

    @Test
    void whatIsNotHttpIs400() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            socket.getOutputStream().write("HELLO\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "X-Content-Type-Options", "/problems#malformed-request");
        }
    }

    @Test
    void unknownComparisonPeriodIs404() {
        assertProblem(api.get("/v1/board/comparison?start=1999-01-01"), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/ratings, POST",
        "DELETE, /v1/visits, POST",
        "POST, /v1/board/authorities, GET",
        "PUT, /v1/device/configuration, GET",
    })
    void wrongMethodIs405WithTheRightOnes(String method, String path, String allowed) {
        Answer answer = api.send(method, path, BodyPublishers.noBody());

        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.header("Allow")).contains(allowed);
    }

    @ParameterizedTest
    @CsvSource({"POST, /tablet/", "PUT, /board/index.html", "DELETE, /board/nothing"})
    void wrongMethodOfAPageIs405(String method, String path) {
        assertProblem(api.send(method, path, BodyPublishers.noBody()), 405, "method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/board/authorities", "/v1/openapi.json", "/problems"})
    void wantingAnotherMediaTypeIs406(String path) {
        assertProblem(api.get(path, "Accept", "image/png"), 406, "not-acceptable");
    }

    @Test
    void bodyThatSaysItIsTooLargeIs413() {
        assertProblem(api.postRatings(DEVICE_TOKEN, tooLarge()), 413, "payload-too-large");
    }

    @Test
    void bodyThatTurnsOutTooLargeIs413() {
        Answer answer = api.post(
                "/v1/ratings",
                DEVICE_TOKEN,
                BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(tooLarge().getBytes(StandardCharsets.UTF_8))));

        assertProblem(answer, 413, "payload-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-protobuf"})
    void bodyThatIsNotJsonIs415(String type) {
        Answer answer = api.send(
                "POST",
                "/v1/ratings",
                BodyPublishers.ofString(batchOf(1)),
                "Content-Type",
                type,
                "Authorization",
                "Bearer " + DEVICE_TOKEN);

        assertProblem(answer, 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{'ratings'}",
                "{'ratings': [}",
                "{'ratings': [{}]} x",
                "{'ratings': [{}]} {}",
                "{'ratings': [{}], 'ratings': [{}]}",
                "{'ratings': [{'sequenceNumber': 1, 'sequenceNumber': 2}]}",
                "{'ratings': 'many'}",
                "[]",
                "7",
                "\u0000",
            })
    void whatIsNotTheExpectedJsonIs400(String body) {
        Answer answer = api.postRatings(DEVICE_TOKEN, json(body));

        assertProblem(answer, 400, "malformed-request");
        assertThat(answer.body()).doesNotContain("com.fasterxml", "de.visitenkarte", "line:");
    }

    @Test
    void whatIsNotUtf8Is400() {
        byte[] latin1 = json("{'ratings': [{'language': '\u00e4'}]}").getBytes(StandardCharsets.ISO_8859_1);

        assertProblem(
                api.post("/v1/ratings", DEVICE_TOKEN, BodyPublishers.ofByteArray(latin1)), 400, "malformed-request");
    }

    @Test
    void dateThatIsNoneIs400() {
        assertProblem(api.get("/v1/board/comparison?start=yesterday"), 400, "malformed-request");
    }

    @Test
    void unknownFieldIs422WithItsPlace() {
        Answer answer = api.postRatings(DEVICE_TOKEN, json("{'ratings': [{}], 'desk': 4}"));

        assertProblem(answer, 422, "unprocessable");
        assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("/desk");
    }

    @Test
    void pointerIsWrittenAsItsStandardAsks() {
        Answer answer = api.postRatings(DEVICE_TOKEN, json("{'ratings': [{}], 'a/b~c': 4}"));

        assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("/a~1b~0c");
    }

    @Test
    void bodyThatIsNotTheGzipItClaimsIs400() {
        Answer answer = api.send(
                "POST",
                "/v1/ratings",
                BodyPublishers.ofString("{}"),
                "Content-Type",
                "application/json",
                "Content-Encoding",
                "gzip",
                "Authorization",
                "Bearer " + DEVICE_TOKEN);

        assertProblem(answer, 400, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'ratings': []}", "{}", "{'ratings': null}"})
    void emptyBatchIs422WithItsPlace(String body) {
        Answer answer = api.postRatings(DEVICE_TOKEN, json(body));

        assertProblem(answer, 422, "unprocessable");
        assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("/ratings");
        assertThat(answer.json().at("/errors/0/detail").asText()).isNotBlank();
    }

    @Test
    void tooManyRatingsAre422WithTheirPlace() {
        Answer answer = api.postRatings(DEVICE_TOKEN, batchOf(501));

        assertProblem(answer, 422, "unprocessable");
        assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("/ratings");
        assertThat(answer.json().at("/errors/0/detail").asText()).contains("500");
    }

    @Test
    void tooManyVisitsAre422WithTheirPlace() {
        String visits = IntStream.range(0, 1001).mapToObj(i -> "{}").collect(Collectors.joining(","));
        Answer answer = api.postVisits(INTEGRATION_TOKEN, "{\"visits\":[" + visits + "]}");

        assertProblem(answer, 422, "unprocessable");
        assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("/visits");
    }

    @Test
    void unknownKindOfPeriodIs422WithItsPlace() {
        Answer answer = api.get("/v1/board/comparison?period=week");

        assertProblem(answer, 422, "unprocessable");
        assertThat(answer.json().at("/errors/0/detail").asText()).contains("month|quarter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer wrong", "Basic dGVzdDp0ZXN0", "test", "Bearer " + INTEGRATION_TOKEN})
    void withoutTheTokenOfADeviceIs401(String authorization) {
        Answer answer = api.send(
                "POST",
                "/v1/ratings",
                BodyPublishers.ofString(batchOf(1)),
                "Content-Type",
                "application/json",
                "Authorization",
                authorization);

        assertUnauthorized(answer);
    }

    @Test
    void tokenOfADeviceOpensNoVisits() {
        assertUnauthorized(api.postVisits(DEVICE_TOKEN, "{\"visits\":[{}]}"));
    }

    @Test
    void configurationWithoutATokenIs401() {
        assertUnauthorized(api.get("/v1/device/configuration"));
    }

    /** Addresses end up in logs of proxies. */
    @Test
    void tokenInTheAddressIs401() {
        assertUnauthorized(api.get("/v1/device/configuration?access_token=" + DEVICE_TOKEN));
    }

    @Test
    void withoutKafkaNothingIsTakenAndTheClientSoonHears503() {
        long startedAt = System.nanoTime();
        Answer answer = api.postRatings(DEVICE_TOKEN, batchOf(500));

        assertThat(Duration.ofNanos(System.nanoTime() - startedAt)).isLessThan(Duration.ofMillis(2500));
        assertProblem(answer, 503, "unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.json().has("verdicts")).isFalse();
    }

    @Test
    void batchWithNothingToPublishNeedsNoKafka() {
        Answer answer = api.postRatings(DEVICE_TOKEN, json("{'ratings': [null, {'sequenceNumber': 7, 'desk': 4}]}"));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().get("verdicts").toString())
                .isEqualTo(json("[{'verdict':'rejected','reason':'sequence-number-missing'},"
                        + "{'sequenceNumber':7,'verdict':'rejected','reason':'person-or-desk-field'}]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'instrumentVersion': '1'",
                "'instrumentVersion': 1.5",
                "'instrumentVersion': null",
                "'ratedAt': 1763805600",
                "'ratedAt': 'yesterday'",
                "'answers': [4]",
                "'answers': {'overall': 4.0}",
                "'answers': {'overall': '4'}",
                "'answers': {'overall': true}",
                "'language': 4",
            })
    void guessesNothing(String member) {
        String name = member.substring(0, member.indexOf(':')).replace('\'', '"');
        String others = RATING.replaceAll(name + ": (\"[^\"]*\"|\\{[^}]*}|\\d+),?\\s*", "")
                .replaceAll(",\\s*}", "}");
        Answer answer = api.postRatings(
                DEVICE_TOKEN, "{\"ratings\": [" + others.replace("{\"seq", json("{" + member + ", 'seq")) + "]}");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        assertThat(answer.json().at("/verdicts/0/reason").asText()).isEqualTo("not-readable");
    }

    private static void assertUnauthorized(Answer answer) {
        assertProblem(answer, 401, "unauthorized");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    private static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).as(answer.toString()).isEqualTo("application/problem+json");
        assertThat(answer.header("Cache-Control")).as(answer.toString()).isEqualTo("no-store");
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.json().get("type").asText()).isEqualTo("/problems#" + type);
        assertThat(answer.json().get("title").asText()).isNotBlank();
        assertThat(answer.json().get("instance").asText()).startsWith("urn:uuid:");
    }

    private static String batchOf(int ratings) {
        return "{\"ratings\": ["
                + IntStream.range(0, ratings).mapToObj(i -> RATING).collect(Collectors.joining(",")) + "]}";
    }

    private static String tooLarge() {
        return "{\"ratings\": \"" + "x".repeat(600_000) + "\"}";
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
