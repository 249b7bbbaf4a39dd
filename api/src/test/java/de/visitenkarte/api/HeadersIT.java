package de.visitenkarte.api;

import static de.visitenkarte.api.RunningApi.DEVICE_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.api.RunningApi.Answer;
import java.util.Map;
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
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), microphone=(), geolocation=()");

    @AutoClose
    private static final RunningApi api = RunningApi.start();

    static Stream<Answer> everyKindOfAnswer() {
        return Stream.of(
                        "/",
                        "/board",
                        "/board/",
                        "/board/page.js",
                        "/board/vendor/echarts.esm.min.js",
                        "/tablet",
                        "/tablet/",
                        "/tablet/nothing",
                        "/tablet/assets/nothing.js",
                        "/problems",
                        "/v1/openapi.json",
                        "/v1/board/authorities",
                        "/v1/board/authorities/nobody",
                        "/v1/board/comparison",
                        "/v1/board/comparison?period=x",
                        "/v1/device/configuration",
                        "/v1/ratings",
                        "/nothing",
                        "/board/%00")
                .map(path -> api.get(path));
    }

    @ParameterizedTest
    @MethodSource("everyKindOfAnswer")
    void everyAnswerHasSecurityHeaders(Answer answer) {
        assertThat(answer.response().headers().map()).containsKeys("content-security-policy", "cache-control");
        SECURITY_HEADERS.forEach((name, value) ->
                assertThat(answer.response().headers().allValues(name)).as(name).containsExactly(value));
        assertThat(answer.response().headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none';")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe", "http:", "https:");
    }

    @ParameterizedTest
    @MethodSource("everyKindOfAnswer")
    void noAnswerNamesTheSoftware(Answer answer) {
        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.header("X-Powered-By")).isEmpty();
        assertThat(answer.response().headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void bodyThatIsTooLargeIsAnsweredWithSecurityHeadersToo() {
        everyAnswerHasSecurityHeaders(api.postRatings(DEVICE_TOKEN, "x".repeat(600_000)));
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
        Answer answer = api.get("/v1/board/authorities", "Accept", accept);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    }
}
