package de.visitenkarte.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpinionTest {

    private static final int VISITORS = 20_000;

    @Test
    void answersPositivelyAsOftenAsTheOfficeIsLikedAfterANormalWait() {
        assertThat(sharePositive(0.85, 30)).isCloseTo(0.85, within(0.01));
        assertThat(sharePositive(0.70, 30)).isCloseTo(0.70, within(0.01));
    }

    @Test
    void isLessContentAfterALongerWait() {
        assertThat(sharePositive(0.85, 5)).isGreaterThan(0.89);
        assertThat(sharePositive(0.85, 60)).isBetween(0.72, 0.78);
        assertThat(sharePositive(0.85, 110)).isBetween(0.40, 0.60);
    }

    @Test
    void findsTheWaitWorseAfterALongerWait() {
        double afterFive =
                answers(5, "de").filter(a -> a.getOrDefault("waiting", 0) >= 4).count();
        double afterSixty =
                answers(60, "de").filter(a -> a.getOrDefault("waiting", 0) >= 4).count();

        assertThat(afterSixty).isLessThan(0.6 * afterFive);
    }

    @Test
    void answersOnlyWhatTheScalesOfTheInstrumentAllow() {
        assertThat(answers(30, "ar")).allSatisfy(answers -> {
            assertThat(answers).containsKey("overall");
            answers.forEach((question, value) ->
                    assertThat(value).isBetween(1, question.equals("overall") || question.equals("waiting") ? 5 : 3));
        });
    }

    @Test
    void usesEveryQuestionAndEveryAnswer() {
        assertThat(answers(30, "en")
                        .flatMap(answers -> answers.entrySet().stream())
                        .distinct())
                .hasSize(2 * 5 + 7 * 3);
    }

    @Test
    void understandsLessInAnotherLanguageThanGerman() {
        assertThat(shareYes("clarity", "ar")).isLessThan(shareYes("clarity", "de") - 0.08);
        assertThat(shareYes("respect", "ar")).isCloseTo(shareYes("respect", "de"), within(0.03));
    }

    private static double sharePositive(double satisfaction, int waitMinutes) {
        Chance chance = Chance.of(1, "positive");
        double contentment = Opinion.contentment(satisfaction);
        return Stream.generate(() -> Opinion.answers(contentment, Duration.ofMinutes(waitMinutes), "de", chance))
                        .limit(VISITORS)
                        .filter(answers -> answers.getOrDefault("overall", 0) >= 4)
                        .count()
                / (double) VISITORS;
    }

    private static double shareYes(String question, String language) {
        return answers(30, language)
                .filter(answers -> answers.containsKey(question))
                .mapToInt(answers -> answers.get(question) == 3 ? 1 : 0)
                .average()
                .orElseThrow();
    }

    private static Stream<Map<String, Integer>> answers(int waitMinutes, String language) {
        Chance chance = Chance.of(2, language + waitMinutes);
        double contentment = Opinion.contentment(0.8);
        return Stream.generate(() -> Opinion.answers(contentment, Duration.ofMinutes(waitMinutes), language, chance))
                .limit(VISITORS);
    }
}
