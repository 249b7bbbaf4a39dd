package de.visitenkarte.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.visitenkarte.api.intake.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the enum against docs/problems.md, which the api serves under the address that problems name as their type. */
class ProblemTypeTest {

    private final String document = read("/problems.md");

    @Test
    void everyTypeHasASectionAndEverySectionAType() {
        assertThat(all("(?m)^## (\\S+)$"))
                .containsExactlyElementsOf(Arrays.stream(ProblemType.values())
                        .map(ProblemType::slug)
                        .toList());
    }

    @Test
    void titlesAndStatusesAreTheDocumentedOnes() {
        assertThat(all("(?m)^(\\*\\*Title:\\*\\* .*)$"))
                .containsExactlyElementsOf(Arrays.stream(ProblemType.values())
                        .map(type -> "**Title:** " + type.title() + " · **Status:** " + type.status())
                        .toList());
    }

    @Test
    void everyReasonOfARejectionIsDocumentedAndNoOther() {
        String reasons = document.substring(document.indexOf("The reasons:"));

        assertThat(Pattern.compile("(?m)^\\| `([a-z-]+)` \\|")
                        .matcher(reasons)
                        .results()
                        .map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Verdict.Reason.values())
                        .map(ProblemTypeTest::nameOnTheWire)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "404, NOT_FOUND",
        "503, UNAVAILABLE",
        "500, INTERNAL_ERROR",
        "400, MALFORMED_REQUEST",
        "414, URI_TOO_LONG",
        "418, MALFORMED_REQUEST",
        "502, INTERNAL_ERROR",
    })
    void statusWithoutATypeOfItsOwnBecomesTheNearestGeneralOne(int status, ProblemType type) {
        assertThat(ProblemType.ofStatus(status)).isEqualTo(type);
    }

    @Test
    void everyOccurrenceHasItsOwnIdentity() {
        assertThat(Problem.of(ProblemType.NOT_FOUND, null).instance())
                .startsWith("urn:uuid:")
                .isNotEqualTo(Problem.of(ProblemType.NOT_FOUND, null).instance());
    }

    @Test
    void typeLeadsToItsSection() {
        assertThat(Problem.of(ProblemType.NOT_FOUND, null).type()).isEqualTo("/problems#not-found");
    }

    private List<String> all(String pattern) {
        return Pattern.compile(pattern)
                .matcher(document)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static String nameOnTheWire(Verdict.Reason reason) {
        try {
            return Verdict.Reason.class
                    .getField(reason.name())
                    .getAnnotation(JsonProperty.class)
                    .value();
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }

    private static String read(String resource) {
        try (var stream = Objects.requireNonNull(ProblemTypeTest.class.getResourceAsStream(resource))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
