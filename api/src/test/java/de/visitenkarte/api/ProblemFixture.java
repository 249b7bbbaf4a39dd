package de.visitenkarte.api;

import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.api.RunningApi.Answer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What tests of problems send, and what each problem has to look like. */
final class ProblemFixture {

    /** One good rating. */
    static final String RATING = """
            {"sequenceNumber": 1, "instrumentVersion": 1, "language": "ar", "ratedAt": "2026-11-22T10:00:00Z",
             "answers": {"overall": 4}}""";

    private ProblemFixture() {}

    static String batchOf(int ratings) {
        return "{\"ratings\": ["
                + IntStream.range(0, ratings).mapToObj(i -> RATING).collect(Collectors.joining(",")) + "]}";
    }

    static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).as(answer.toString()).isEqualTo("application/problem+json");
        assertThat(answer.header("Cache-Control")).as(answer.toString()).isEqualTo("no-store");
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.json().get("type").asText()).isEqualTo("/problems#" + type);
        assertThat(answer.json().get("title").asText()).isNotBlank();
        assertThat(answer.json().get("instance").asText()).startsWith("urn:uuid:");
    }
}
