package de.visitenkarte.api.release;

import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.api.release.ReleaseGate.Candidate;
import de.visitenkarte.api.release.ReleaseGate.Decision;
import de.visitenkarte.api.release.ReleaseGate.Reason;
import de.visitenkarte.api.release.ReleaseGate.Show;
import de.visitenkarte.api.release.ReleaseGate.Suppress;
import de.visitenkarte.api.release.ReleaseGate.Visible;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseGateTest {

    private static final Suppress TOO_FEW = new Suppress(Reason.TOO_FEW_ANSWERS);

    @Test
    void figureWithoutAnybodyDoesNotAppear() {
        assertThat(decide(0, null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1", "4"})
    void figureOfTooFewIsSuppressedWithAReason(long people) {
        assertThat(decide(people, null)).isEqualTo(TOO_FEW);
    }

    @ParameterizedTest
    @CsvSource({"5", "6", "1000"})
    void figureOfEnoughPeopleIsShown(long people) {
        assertThat(decide(people, null)).isEqualTo(new Show());
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "4"})
    void suppressedFigureIsNotReleasedAgainWhileItIsOfTooFew(long people) {
        assertThat(decide(people, suppressed())).isNull();
    }

    @Test
    void suppressedFigureIsShownOnceThereAreEnough() {
        assertThat(decide(5, suppressed())).isEqualTo(new Show());
    }

    @ParameterizedTest
    @CsvSource({"8", "9", "10", "11", "12", "13", "14", "15", "16"})
    void shownFigureStandsStillWithinAStep(long people) {
        assertThat(decide(people, shown(12))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"17", "7", "5"})
    void shownFigureMovesAfterAStepInEitherDirection(long people) {
        assertThat(decide(people, shown(12))).isEqualTo(new Show());
    }

    @ParameterizedTest
    @CsvSource({"0", "4"})
    void shownFigureIsSuppressedWhenACorrectionLeavesTooFew(long people) {
        assertThat(decide(people, shown(12))).isEqualTo(TOO_FEW);
    }

    @Test
    void higherPolicyHoldsMoreBack() {
        ReleasePolicy strict = new ReleasePolicy(20, 10);

        assertThat(decide(19, null, strict)).isEqualTo(TOO_FEW);
        assertThat(decide(20, null, strict)).isEqualTo(new Show());
        assertThat(decide(29, shown(20), strict)).isNull();
        assertThat(decide(30, shown(20), strict)).isEqualTo(new Show());
    }

    @Test
    void decidesEachFigureByItsOwnHistory() {
        Map<FigureKey, Decision> decisions = ReleaseGate.decide(
                List.of(new Candidate(key(1), 7), new Candidate(key(2), 7), new Candidate(key(3), 3)),
                Map.of(key(1), shown(5)),
                ReleasePolicy.FLOOR);

        assertThat(decisions).isEqualTo(Map.of(key(2), new Show(), key(3), TOO_FEW));
    }

    @Property
    void neverShowsFewerThanTheMinimum(@ForAll @Size(max = 60) List<@IntRange(max = 40) Integer> counts) {
        assertThat(history(counts, ReleasePolicy.FLOOR))
                .filteredOn(Visible::shown)
                .allMatch(visible -> visible.people() >= 5);
    }

    @Property
    void successiveVisibleStatesNeverDifferByLessThanAStep(
            @ForAll @Size(max = 60) List<@IntRange(max = 40) Integer> counts,
            @ForAll @IntRange(min = 5, max = 12) int minimum,
            @ForAll @IntRange(min = 5, max = 12) int step) {
        List<Visible> states = history(counts, new ReleasePolicy(minimum, step));

        for (int i = 1; i < states.size(); i++) {
            Visible before = states.get(i - 1);
            Visible after = states.get(i);
            assertThat(before.shown() && after.shown() && Math.abs(after.people() - before.people()) < step)
                    .as("from %s to %s", before, after)
                    .isFalse();
            assertThat(before.shown() || after.shown())
                    .as("suppressed twice in a row")
                    .isTrue();
        }
    }

    /** What arrives one by one is what a clerk watches: 5, 10, 15 … and nothing between. */
    @Property
    void oneByOneItMovesInWholeSteps(@ForAll @IntRange(min = 5, max = 200) int people) {
        List<Visible> states = history(IntStream.rangeClosed(1, people).boxed().toList(), ReleasePolicy.FLOOR);

        assertThat(states.subList(1, states.size()))
                .extracting(Visible::people)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, people / 5)
                        .mapToObj(step -> 5L * step)
                        .toList());
    }

    @Property
    void sameInputGivesTheSameOutput(
            @ForAll @Size(max = 30) List<@IntRange(max = 40) Integer> counts,
            @ForAll @Size(max = 30) List<@IntRange(max = 40) Integer> seen) {
        List<Candidate> candidates = IntStream.range(0, counts.size())
                .mapToObj(i -> new Candidate(key(i), counts.get(i)))
                .toList();
        Map<FigureKey, Visible> soFar = new HashMap<>();
        IntStream.range(0, seen.size()).forEach(i -> soFar.put(key(i), new Visible(seen.get(i) >= 5, seen.get(i))));

        Map<FigureKey, Decision> once = ReleaseGate.decide(candidates, Map.copyOf(soFar), ReleasePolicy.FLOOR);
        Map<FigureKey, Decision> again = ReleaseGate.decide(candidates, Map.copyOf(soFar), ReleasePolicy.FLOOR);

        assertThat(again).isEqualTo(once);
    }

    /** All that people see of one figure while its true number of people takes these values. */
    private static List<Visible> history(List<Integer> counts, ReleasePolicy policy) {
        List<Visible> states = new ArrayList<>();
        Visible state = null;
        for (int people : counts) {
            Decision decision = decide(people, state, policy);
            if (decision != null) {
                state = decision instanceof Show ? shown(people) : suppressed();
                states.add(state);
            }
        }
        return states;
    }

    private static @Nullable Decision decide(long people, @Nullable Visible visible) {
        return decide(people, visible, ReleasePolicy.FLOOR);
    }

    private static @Nullable Decision decide(long people, @Nullable Visible visible, ReleasePolicy policy) {
        Map<FigureKey, Visible> soFar = visible == null ? Map.of() : Map.of(key(0), visible);
        return ReleaseGate.decide(List.of(new Candidate(key(0), people)), soFar, policy)
                .get(key(0));
    }

    private static Visible shown(long people) {
        return new Visible(true, people);
    }

    private static Visible suppressed() {
        return new Visible(false, 0);
    }

    private static FigureKey key(int day) {
        return new FigureKey(
                FigureKey.Kind.RATING,
                new Scope(Scope.Kind.OFFICE, "mitte"),
                Period.of(LocalDate.EPOCH.plusDays(day), ZoneOffset.UTC).get(0),
                "overall");
    }
}
