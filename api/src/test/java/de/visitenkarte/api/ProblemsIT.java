package de.visitenkarte.api;

import static de.visitenkarte.api.ProblemFixture.assertProblem;
import static de.visitenkarte.api.ProblemFixture.batchOf;
import static de.visitenkarte.api.RunningApi.DEVICE_TOKEN;
import static de.visitenkarte.api.RunningApi.INTEGRATION_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.api.RunningApi.Answer;
import de.visitenkarte.api.staff.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client hears when an address, a method or a token is wrong, or Kafka is away. */
class ProblemsIT {

    @AutoClose
    private static final RunningApi api = RunningApi.start();

    private static final Browser ministry = api.signIn(Role.MINISTRY);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/v1/nothing",
                "/v1/ratings/1",
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
    void unknownAuthorityIs404() {
        assertProblem(ministry.get("/v1/board/authorities/nobody"), 404, "not-found");
    }

    @Test
    void unknownComparisonPeriodIs404() {
        assertProblem(ministry.get("/v1/board/comparison?start=1999-01-01"), 404, "not-found");
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
    void dateThatIsNoneIs400() {
        assertProblem(ministry.get("/v1/board/comparison?start=yesterday"), 400, "malformed-request");
    }

    @Test
    void unknownKindOfPeriodIs422WithItsPlace() {
        Answer answer = ministry.get("/v1/board/comparison?period=week");

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

    private static void assertUnauthorized(Answer answer) {
        assertProblem(answer, 401, "unauthorized");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }
}
