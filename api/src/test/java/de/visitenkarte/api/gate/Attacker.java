package de.visitenkarte.api.gate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Receives every state of every figure that was ever shown, and knows of each whose answers are in it, which is more than any
 * clerk at a counter knows. Then adds and subtracts them, to work out what a group of few people answered.
 *
 * <p>People who are in the same states cannot be told apart by any arithmetic, so they are one unknown. The rest is linear
 * algebra: a combination of states that is about a few people only is a row of the reduced matrix with few people in it.
 */
final class Attacker {

    /** Arithmetic modulo a prime is exact; that it hides or invents a result is as likely as one in a billion. */
    private static final long PRIME = 2_147_483_647L;

    /** What each state adds to the one before it: the same to anybody who can subtract, and smaller. */
    private final Set<BitSet> states = new LinkedHashSet<>();

    private final Map<Object, BitSet> lastStates = new HashMap<>();

    /** Sees a figure that has become one about these people; all that it was about before are among them. */
    void see(Object figure, BitSet people) {
        BitSet state = (BitSet) people.clone();
        BitSet before = lastStates.put(figure, state);
        BitSet added = (BitSet) people.clone();
        if (before != null) {
            added.andNot(before);
        }
        states.add(added);
    }

    /**
     * Returns how many people the smallest group is about whose answers it can work out, or a number from {@code enough} on if
     * that is certain without working it out: no combination is about a part of people who are alike.
     */
    int smallestGroup(int enough) {
        List<BitSet> alike = alike();
        int smallest = alike.stream().mapToInt(BitSet::cardinality).min().orElse(Integer.MAX_VALUE);
        if (smallest >= enough) {
            return smallest;
        }
        return reduce(alike).stream().mapToInt(row -> people(row, alike)).min().orElse(Integer.MAX_VALUE);
    }

    /** Returns groups of people who are in the same states. */
    private List<BitSet> alike() {
        Map<Integer, List<Integer>> statesOf = new HashMap<>();
        int number = 0;
        for (BitSet state : states) {
            for (int i = state.nextSetBit(0); i >= 0; i = state.nextSetBit(i + 1)) {
                statesOf.computeIfAbsent(i, any -> new ArrayList<>()).add(number);
            }
            number++;
        }
        Map<List<Integer>, BitSet> byStates = new HashMap<>();
        statesOf.forEach((person, seen) ->
                byStates.computeIfAbsent(seen, any -> new BitSet()).set(person));
        return List.copyOf(byStates.values());
    }

    /** Returns the reduced row echelon form of the states over the groups. */
    private List<long[]> reduce(List<BitSet> alike) {
        List<long[]> rows = new ArrayList<>();
        List<Integer> pivots = new ArrayList<>();
        for (BitSet state : states) {
            long[] row = alike.stream()
                    .mapToLong(group -> group.intersects(state) ? 1 : 0)
                    .toArray();
            for (int i = 0; i < rows.size(); i++) {
                subtract(row, rows.get(i), row[pivots.get(i)]);
            }
            int pivot = firstNonZero(row);
            if (pivot >= 0) {
                scale(row, inverse(row[pivot]));
                rows.forEach(other -> subtract(other, row, other[pivot]));
                rows.add(row);
                pivots.add(pivot);
            }
        }
        return rows;
    }

    private static int people(long[] row, List<BitSet> alike) {
        int people = 0;
        for (int i = 0; i < row.length; i++) {
            people += row[i] == 0 ? 0 : alike.get(i).cardinality();
        }
        return people;
    }

    private static int firstNonZero(long[] row) {
        for (int i = 0; i < row.length; i++) {
            if (row[i] != 0) {
                return i;
            }
        }
        return -1;
    }

    private static void subtract(long[] row, long[] other, long factor) {
        if (factor == 0) {
            return;
        }
        for (int i = 0; i < row.length; i++) {
            row[i] = Math.floorMod(row[i] - factor * other[i] % PRIME, PRIME);
        }
    }

    private static void scale(long[] row, long factor) {
        for (int i = 0; i < row.length; i++) {
            row[i] = row[i] * factor % PRIME;
        }
    }

    private static long inverse(long number) {
        return BigInteger.valueOf(number).modInverse(BigInteger.valueOf(PRIME)).longValueExact();
    }
}
