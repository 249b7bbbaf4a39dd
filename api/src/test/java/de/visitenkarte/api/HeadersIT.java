package de.visitenkarte.api;

import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.api.RunningApi.Answer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer says about itself, and where addresses without a page lead. */
class HeadersIT {

    private static final Map<String, String> SECURITY_HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), microphone=(), geolocation=()");

    @AutoClose
    private static final RunningApi api = RunningApi.start();

    /** Every method of every resource, and of every one a method that it does not have. */
    @Test
    void everyAnswerOfAResourceIsProtected() {
        List<Route> routes = Route.all(api.jersey());
        assertThat(routes).extracting(Route::path).contains("/", "/problems", "/v1/ratings", "/v1/board/authorities/x");
        for (Route route : routes) {
            for (String method : List.of(route.method(), "OPTIONS", "PATCH")) {
                Answer answer = api.send(method, route.path(), BodyPublishers.noBody());
                assertProtected(answer);
                if (route.path().startsWith("/v1/")) {
                    assertThat(answer.header("Cache-Control"))
                            .as(method + " " + route.path())
                            .isEqualTo("no-store");
                }
            }
        }
    }

    /** Every file that is there, and in every folder one that is not. */
    @Test
    void everyPageAndFileIsProtected() throws IOException {
        Set<String> paths = new TreeSet<>(List.of("/board", "/tablet", "/nothing", "/v1/nothing", "/favicon.ico"));
        for (String folder : api.servletPaths(false)) {
            paths.add(folder.replace("*", ""));
            paths.add(folder.replaceAll("\\*?$", "nothing.js"));
        }
        Path board = Path.of("src/main/resources/assets/board");
        try (Stream<Path> files = Files.walk(board)) {
            files.filter(Files::isRegularFile).forEach(file -> paths.add("/board/" + board.relativize(file)));
        }
        assertThat(paths).hasSizeGreaterThan(20).contains("/board/vendor/", "/tablet/", "/board/page.js");
        paths.forEach(path -> assertProtected(api.get(path)));
    }

    @Test
    void everyAnswerForOperatorsIsProtected() {
        Set<String> paths = new TreeSet<>(List.of("/", "/nothing", "/tasks/nothing"));
        api.servletPaths(true).forEach(spec -> paths.add(spec.replace("*", "")));
        assertThat(paths).contains("/metrics", "/operations", "/ready");
        for (String path : List.of("/ping", "/healthcheck", "/threads")) {
            paths.add(path);
        }
        for (String path : paths) {
            for (String method : List.of("GET", "POST")) {
                Answer answer = api.admin(method, path);
                assertProtected(answer);
                assertThat(answer.header("Cache-Control")).as(path).contains("no-store");
            }
        }
    }

    static Stream<String> whatIsWrong() {
        return Stream.of(
                "GET /v1/broken 500",
                "GET /v1/ratings 405",
                "POST /v1/ratings 401",
                "GET /nothing 404",
                "GET /board/nothing 404",
                "GET /%62oard/nothing 404",
                "GET /board;x/nothing 404",
                "GET /v1/../board/nothing 404",
                "GET /board/%00 400",
                "POST /board/ 405",
                "TRACE /board/ 405",
                "GET /v1/board/comparison 401",
                "GET /" + "x".repeat(9000) + " 414");
    }

    /** Read from the wire, since clients put right what is wrong. */
    @ParameterizedTest
    @MethodSource("whatIsWrong")
    void everyErrorIsAProtectedProblem(String requestAndStatus) {
        String[] parts = requestAndStatus.split(" ", -1);
        assertProtectedProblem(
                api.sendRaw(parts[0] + " " + parts[1] + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"), parts[2]);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | HELLO
            400 | GET /problems HTTP/1.1~
            400 | GET /problems HTTP/1.1~Host: a~Host: b~
            400 | POST /v1/ratings HTTP/1.1~Host: a~Content-Length: 2~Transfer-Encoding: chunked~
            400 | POST /v1/ratings HTTP/1.1~Host: a~Content-Length: many~
            413 | POST /v1/ratings HTTP/1.1~Host: a~Content-Type: application/json~Content-Length: 10000000~
            417 | POST /v1/ratings HTTP/1.1~Host: a~Expect: applause~
            426 | GET /problems HTTP/2.0~Host: a~
            505 | GET /problems HTTP/3.7~Host: a~
            """)
    void whatIsHardlyHttpIsAProtectedProblemToo(String status, String lines) {
        assertProtectedProblem(api.sendRaw(lines.replace("~", "\r\n") + "\r\n\r\n"), status);
    }

    @Test
    void headersOutOfAllBoundsAreAProtectedProblemToo() {
        String large = "GET /problems HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(9000) + "\r\n\r\n";

        assertProtectedProblem(api.sendRaw(large), "431");
    }

    @Test
    void faultOfOursTellsNothing() {
        assertThat(api.get("/v1/broken").body()).doesNotContain("secret", "Exception", "visitenkarte");
    }

    /** Without TLS browsers ignore it, and the standard forbids it. */
    @Test
    void asksForTlsWhereThereIsTls() {
        assertThat(api.get("/board/", "X-Forwarded-Proto", "https").header("Strict-Transport-Security"))
                .isEqualTo("max-age=31536000");
        assertThat(api.get("/board/").header("Strict-Transport-Security")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%76%31/device/configuration", "/v1;x/device/configuration"})
    void howAnAddressIsWrittenChangesNothing(String path) {
        assertThat(api.sendRaw("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .contains("\r\nCache-Control: no-store\r\n");
    }

    private static void assertProtected(Answer answer) {
        SECURITY_HEADERS.forEach(
                (name, value) -> assertThat(answer.response().headers().allValues(name))
                        .as(name + " of " + answer)
                        .containsExactly(value));
        assertThat(answer.response().headers().allValues("Content-Security-Policy"))
                .as(answer.toString())
                .singleElement()
                .asString()
                .startsWith("default-src 'none';")
                .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action '")
                .doesNotContain("unsafe", "http:", "https:");
        // Without it a browser would not say that a form comes from here.
        boolean hasForms = answer.header("Content-Security-Policy").contains("form-action 'self'");
        assertThat(answer.response().headers().allValues("Referrer-Policy"))
                .as(answer.toString())
                .containsExactly(hasForms ? "same-origin" : "no-referrer");
        assertThat(answer.response().headers().map())
                .as(answer.toString())
                .containsKey("cache-control")
                .doesNotContainKeys("server", "x-powered-by");
        if (answer.status() >= 400 && !answer.body().isEmpty()) {
            assertThat(answer.header("Content-Type"))
                    .as(answer.toString())
                    .isIn(
                            "application/problem+json",
                            "application/json",
                            "text/plain;charset=utf-8",
                            // Of pages that people see.
                            "text/html;charset=utf-8");
        }
    }

    private static void assertProtectedProblem(String answer, String status) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("\r\nContent-Type: application/problem+json\r\n", "\r\nCache-Control: no-store\r\n")
                .contains("\"status\":" + status)
                .contains("\r\nContent-Security-Policy: default-src 'none';", "\r\nReferrer-Policy: no-referrer\r\n")
                .doesNotContain("\r\nServer:", "Jetty");
        SECURITY_HEADERS.forEach((name, value) -> assertThat(answer).contains("\r\n" + name + ": " + value + "\r\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "/board/, no-cache",
        "/board/page.js, no-cache",
        "/tablet/, no-cache",
        "/problems, no-cache",
        "/v1/board/authorities, no-store",
        "/v1/device/configuration, no-store",
        "/tablet/assets/nothing.js, no-store",
        "/board/vendor/nothing.js, no-store",
    })
    void saysHowLongAnAnswerMayBeKept(String path, String cacheControl) {
        assertThat(api.get(path).header("Cache-Control")).isEqualTo(cacheControl);
    }

    @Test
    void filesWithAHashInTheirNameMayBeKeptForEver() {
        String page = api.get("/tablet/").body();
        String asset = Pattern.compile("(?:src|href)=\"\\.?/?(?:tablet/)?(assets/[^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError(page));

        Answer answer = api.get("/tablet/" + asset);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    }

    @ParameterizedTest
    @CsvSource({"/, /board/", "/board, /board/", "/tablet, /tablet/"})
    void leadsToThePage(String path, String page) {
        Answer answer = api.get(path);

        assertThat(answer.status()).isBetween(301, 308);
        assertThat(answer.header("Location")).endsWith(page);
        assertThat(api.get(page).status()).isEqualTo(200);
        assertThat(api.get(page).header("Content-Type")).startsWith("text/html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "*/*", "application/problem+json, application/json"})
    void successIsNeverCalledAProblem(String accept) {
        Answer answer = api.get("/v1/openapi.json", "Accept", accept);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    }
}
