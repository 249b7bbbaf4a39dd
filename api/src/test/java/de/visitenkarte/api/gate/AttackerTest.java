package de.visitenkarte.api.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Tries to single people out of everything that was ever released. */
class AttackerTest {

    private static final int AUTHORITIES = 10_000;
    private static final int ENOUGH = ReleasePolicy.FLOOR.blockSize();

    /** Every tenth of them for up to a year, the others for up to a month. */
    @Test
    void worksOutNobodyOfTenThousandAuthorities() {
        assertThat(LongStream.range(0, AUTHORITIES)
                        .parallel()
                        .filter(seed -> new Simulated(seed, seed % 10 == 0 ? 365 : 30)
                                        .watched(ReleasePolicy.FLOOR)
                                        .smallestGroup(ENOUGH)
                                < ENOUGH))
                .isEmpty();
    }

    @Test
    void wouldWorkOutManyIfEveryFigureWereReleasedForItself() {
        assertThat(LongStream.range(0, 40)
                        .filter(seed -> new Simulated(seed, 20)
                                        .watchedWithoutBlocks(ReleasePolicy.FLOOR)
                                        .smallestGroup(ENOUGH)
                                < ENOUGH))
                .hasSizeGreaterThan(20);
    }

    @Test
    void findsWhoIsMissingInASum() {
        Attacker attacker = new Attacker();
        attacker.see("week", people(0, 1, 2, 3, 4, 5, 6));
        attacker.see("day", people(0, 1, 2, 3, 4));

        assertThat(attacker.smallestGroup(ENOUGH)).isEqualTo(2);
    }

    @Test
    void findsWhoIsInNoneOfTheParts() {
        Attacker attacker = new Attacker();
        attacker.see("month", range(0, 20));
        attacker.see("one day", range(0, 8));
        attacker.see("another day", range(8, 17));

        assertThat(attacker.smallestGroup(ENOUGH)).isEqualTo(3);
    }

    @Test
    void findsWhoIsNewInAFigureThatMoved() {
        Attacker attacker = new Attacker();
        attacker.see("day", range(0, 10));
        attacker.see("day", range(0, 11));

        assertThat(attacker.smallestGroup(ENOUGH)).isEqualTo(1);
    }

    @Test
    void findsNothingInWholeGroups() {
        Attacker attacker = new Attacker();
        attacker.see("month", range(0, 20));
        attacker.see("one week", range(0, 15));
        attacker.see("another week", range(5, 20));

        assertThat(attacker.smallestGroup(ENOUGH)).isEqualTo(5);
    }

    private static BitSet people(int... people) {
        BitSet set = new BitSet();
        Arrays.stream(people).forEach(set::set);
        return set;
    }

    private static BitSet range(int from, int to) {
        return people(IntStream.range(from, to).toArray());
    }
}
