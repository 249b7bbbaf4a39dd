package de.visitenkarte.api.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseGateTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Grid GRID = new Grid(ZONE);
    private static final LocalDate TUESDAY = LocalDate.parse("2026-11-17");
    private static final Instant OPEN = Instant.parse("2026-11-17T12:00:00Z");
    private static final Instant DAY_OVER = Instant.parse("2026-11-19T00:00:00Z");
    private static final Instant WEEK_OVER = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant MONTH_OVER = Instant.parse("2026-12-01T00:00:00Z");
    private static final Instant QUARTER_OVER = Instant.parse("2027-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({"0", "1", "4"})
    void tooFewWait(long people) {
        assertThat(decide(OPEN, rest(TUESDAY, people))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5", "6", "1000"})
    void enoughAreReleasedAllAtOnce(long people) {
        assertThat(decide(OPEN, rest(TUESDAY, people))).containsExactly("DAY 2026-11-17: 1 leaves, [" + people + "]");
    }

    @Test
    void restsOfDaysThatAreOverJoinInTheirWeek() {
        Rest monday = rest(TUESDAY.minusDays(1), 2);
        Rest tuesday = rest(TUESDAY, 3);

        assertThat(decide(OPEN, monday, tuesday)).as("Tuesday is not over").isEmpty();
        assertThat(decide(DAY_OVER, monday, tuesday)).containsExactly("WEEK_OF_MONTH 2026-11-16: 2 leaves, [5]");
    }

    @Test
    void restsOfWeeksThatAreOverJoinInTheirMonth() {
        Rest before = rest(TUESDAY.minusWeeks(1), 3);
        Rest tuesday = rest(TUESDAY, 3);

        assertThat(decide(DAY_OVER, before, tuesday)).isEmpty();
        assertThat(decide(WEEK_OVER, before, tuesday)).containsExactly("MONTH 2026-11-01: 2 leaves, [6]");
    }

    @Test
    void restsOfMonthsThatAreOverJoinInTheirQuarter() {
        Rest october = rest(LocalDate.parse("2026-10-05"), 3);
        Rest november = rest(TUESDAY, 3);

        assertThat(decide(WEEK_OVER, october, november)).isEmpty();
        assertThat(decide(MONTH_OVER, october, november)).containsExactly("QUARTER 2026-10-01: 2 leaves, [6]");
    }

    @Test
    void restsOfQuartersNeverJoin() {
        assertThat(decide(QUARTER_OVER, rest(TUESDAY, 4), rest(LocalDate.parse("2026-09-30"), 4)))
                .isEmpty();
    }

    @Test
    void weekThatLiesInTwoMonthsIsTwo() {
        Instant later = Instant.parse("2026-12-03T00:00:00Z");

        assertThat(decide(later, rest(LocalDate.parse("2026-11-30"), 3), rest(LocalDate.parse("2026-12-01"), 3)))
                .isEmpty();
    }

    @Test
    void hoursJoinInTheirDay() {
        Period ten = Period.hourOf(Instant.parse("2026-11-17T09:00:00Z"), ZONE);
        Period eleven = Period.hourOf(Instant.parse("2026-11-17T10:00:00Z"), ZONE);
        Period twelve = Period.hourOf(Instant.parse("2026-11-17T11:00:00Z"), ZONE);

        assertThat(decide(
                        Instant.parse("2026-11-17T11:30:00Z"),
                        new Rest(ten, new long[] {3}),
                        new Rest(eleven, new long[] {2}),
                        new Rest(twelve, new long[] {4})))
                .containsExactly("DAY 2026-11-17: 2 leaves, [5]");
    }

    @Test
    void correctionsWaitUntilTheyAreOfEnoughToo() {
        assertThat(decide(OPEN, new Rest(day(TUESDAY), new long[] {-4, 4}))).isEmpty();
        assertThat(decide(OPEN, new Rest(day(TUESDAY), new long[] {-2, 6})))
                .containsExactly("DAY 2026-11-17: 1 leaves, [0, 6]");
        assertThat(decide(OPEN, new Rest(day(TUESDAY), new long[] {-5, 5})))
                .containsExactly("DAY 2026-11-17: 1 leaves, [0, 5]", "DAY 2026-11-17: 1 leaves, [-5, 0]");
    }

    @Test
    void higherPolicyHoldsMoreBack() {
        ReleasePolicy strict = new ReleasePolicy(20, 20, 30, 100);

        assertThat(ReleaseGate.decide(List.of(rest(TUESDAY, 19)), GRID, OPEN, strict))
                .isEmpty();
        assertThat(ReleaseGate.decide(List.of(rest(TUESDAY, 20)), GRID, OPEN, strict))
                .hasSize(1);
    }

    @Property
    void everyBlockIsOfEnoughPeopleAndNobodyIsInTwo(
            @ForAll @Size(max = 60) List<@IntRange(min = -9, max = 9) Integer> people, @ForAll long seed) {
        List<Rest> rests = rests(people);
        List<Block> blocks = ReleaseGate.decide(rests, GRID, MONTH_OVER, ReleasePolicy.FLOOR);

        Map<Period, long[]> taken = new HashMap<>();
        Map<Period, long[]> waiting = new HashMap<>();
        rests.forEach(rest -> waiting.put(rest.leaf(), rest.numbers()));
        for (Block block : blocks) {
            long[] sum = new long[0];
            for (Period leaf : block.leaves()) {
                long[] part = block.part(waiting.getOrDefault(leaf, new long[0]));
                sum = Sums.plus(sum, part);
                taken.merge(leaf, part, Sums::plus);
                assertThat(block.span().startsAt()).isBeforeOrEqualTo(leaf.startsAt());
                assertThat(block.span().endsAt()).isAfterOrEqualTo(leaf.endsAt());
            }
            assertThat(block.numbers()).isEqualTo(sum);
            assertThat(Math.abs(Arrays.stream(block.numbers()).sum())).isGreaterThanOrEqualTo(5);
        }
        taken.forEach((leaf, numbers) -> assertThat(
                        Math.abs(Arrays.stream(numbers).sum()))
                .isLessThanOrEqualTo(Math.abs(
                        Arrays.stream(waiting.getOrDefault(leaf, new long[0])).sum())));
    }

    @Property
    void orderOfTheInputMeansNothing(
            @ForAll @Size(max = 60) List<@IntRange(min = -9, max = 9) Integer> people, @ForAll long seed) {
        List<Rest> rests = rests(people);
        List<Rest> shuffled = new ArrayList<>(rests);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(decide(MONTH_OVER, shuffled.toArray(Rest[]::new)))
                .isEqualTo(decide(MONTH_OVER, rests.toArray(Rest[]::new)));
    }

    @Property
    void whatWaitsOutOfReachMakesNoDifference(
            @ForAll @Size(min = 1, max = 80) List<@IntRange(min = -9, max = 9) Integer> people,
            @ForAll @IntRange(min = 0, max = 79) int changed,
            @ForAll @IntRange(min = -9, max = 9) int more) {
        LocalDate day = LocalDate.parse("2026-10-01").plusDays(changed % people.size());
        List<Rest> waiting = new ArrayList<>();
        for (Rest rest : left(rests(people))) {
            waiting.add(rest.leaf().equals(day(day)) ? rest(day, rest.numbers()[0] + more) : rest);
        }
        Period reach = ReleaseGate.reach(day, GRID, WEEK_OVER);
        List<Rest> near = waiting.stream()
                .filter(rest -> !rest.leaf().startsAt().isBefore(reach.startsAt())
                        && rest.leaf().startsAt().isBefore(reach.endsAt()))
                .toList();

        assertThat(decide(WEEK_OVER, near.toArray(Rest[]::new)))
                .isEqualTo(decide(WEEK_OVER, waiting.toArray(Rest[]::new)));
    }

    /** What the gate leaves waiting. */
    private static List<Rest> left(List<Rest> rests) {
        Map<Period, long[]> numbers = new LinkedHashMap<>();
        rests.forEach(rest -> numbers.put(rest.leaf(), rest.numbers()));
        for (Block block : ReleaseGate.decide(rests, GRID, WEEK_OVER, ReleasePolicy.FLOOR)) {
            block.leaves()
                    .forEach(
                            leaf -> numbers.computeIfPresent(leaf, (same, rest) -> Sums.minus(rest, block.part(rest))));
        }
        return numbers.entrySet().stream()
                .map(each -> new Rest(each.getKey(), each.getValue()))
                .toList();
    }

    private static List<Rest> rests(List<Integer> people) {
        List<Rest> rests = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            rests.add(rest(LocalDate.parse("2026-10-01").plusDays(i), people.get(i)));
        }
        return rests;
    }

    private static Rest rest(LocalDate day, long people) {
        return new Rest(day(day), new long[] {people});
    }

    private static Period day(LocalDate day) {
        return GRID.day(day);
    }

    private static List<String> decide(Instant now, Rest... rests) {
        return ReleaseGate.decide(List.of(rests), GRID, now, ReleasePolicy.FLOOR).stream()
                .map(block -> block.span().kind() + " " + block.span().start() + ": "
                        + block.leaves().size() + " leaves, " + Arrays.toString(block.numbers()))
                .toList();
    }
}
