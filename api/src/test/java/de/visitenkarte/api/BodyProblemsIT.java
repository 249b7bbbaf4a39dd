package de.visitenkarte.api;

import static de.visitenkarte.api.ProblemFixture.RATING;
import static de.visitenkarte.api.ProblemFixture.assertProblem;
import static de.visitenkarte.api.ProblemFixture.batchOf;
import static de.visitenkarte.api.RunningApi.DEVICE_TOKEN;
import static de.visitenkarte.api.RunningApi.INTEGRATION_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.api.RunningApi.Answer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client hears when a body is wrong. */
class BodyProblemsIT {

    @AutoClose
    private static final RunningApi api = RunningApi.start();

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

    @Test
    void bodyOutOfAllBoundsIs413() {
        byte[] body = new byte[10 * 1024 * 1024];
        assertProblem(
                api.post("/v1/ratings", DEVICE_TOKEN, BodyPublishers.ofByteArray(body)), 413, "payload-too-large");
    }

    /** 10 MB of zeros are 10 kB on the wire. */
    @Test
    void bodyThatUnpacksOutOfAllBoundsIs413() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(("{\"ratings\": [" + " ".repeat(10 * 1024 * 1024)).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(packed.size()).isLessThan(20_000);
        Answer answer = api.send(
                "POST",
                "/v1/ratings",
                BodyPublishers.ofByteArray(packed.toByteArray()),
                "Content-Type",
                "application/json",
                "Content-Encoding",
                "gzip",
                "Authorization",
                "Bearer " + DEVICE_TOKEN);

        assertProblem(answer, 413, "payload-too-large");
    }

    static Stream<String> outOfBounds() {
        return Stream.of(
                "[".repeat(21) + "]".repeat(21),
                "{\"a\":".repeat(21) + "1" + "}".repeat(21),
                "[".repeat(100_000),
                "\"" + "x".repeat(5001) + "\"",
                "{\"" + "x".repeat(201) + "\": 1}",
                "1".repeat(51),
                "-0." + "1".repeat(60),
                "1e" + "9".repeat(60));
    }

    /** As a whole body, as the list, and inside an item. */
    @ParameterizedTest
    @MethodSource("outOfBounds")
    void jsonOutOfBoundsIs400(String value) {
        for (String body :
                List.of(value, "{\"ratings\": " + value + "}", "{\"ratings\": [{\"answers\": " + value + "}]}")) {
            assertProblem(api.postRatings(DEVICE_TOKEN, body), 400, "malformed-request");
        }
    }

    @Test
    void numberThatIsLargeButInBoundsConcernsItsItemOnly() {
        Answer answer = api.postRatings(
                DEVICE_TOKEN,
                json("{'ratings': [{'sequenceNumber': 1e400}, {'sequenceNumber': 99999999999999999999}]}"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        assertThat(answer.json().at("/verdicts/0/reason").asText()).isEqualTo("sequence-number-missing");
        assertThat(answer.json().at("/verdicts/1/reason").asText()).isEqualTo("sequence-number-missing");
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

    private static String tooLarge() {
        return "{\"ratings\": [" + " ".repeat(600_000) + "]}";
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
