package de.visitenkarte.bench.faults;

import de.visitenkarte.bench.cluster.Layout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * What is done in a campaign; the same seed does the same.
 *
 * @param kills how many kills; faults of other kinds come in between
 * @param streams instances that run when nothing scales
 * @param rate items per second
 * @param kinds at least one that kills
 * @param settle how long the product may take to recover before the next fault comes all the same; at the end it always
 *     gets the time it needs
 */
record Plan(int kills, long seed, Layout layout, int streams, int rate, Set<FaultKind> kinds, Duration settle) {

    /** So many kills come between two faults of other kinds. */
    private static final int KILLS_BETWEEN = 5;

    Plan {
        kinds = Set.copyOf(kinds);
        if (kinds.stream().noneMatch(FaultKind::isKill)) {
            throw new IllegalArgumentException("at least one kind has to kill");
        }
    }

    /** Returns the faults in their order: all kinds equally often, in a random order. */
    List<FaultKind> faults() {
        Random random = new Random(seed);
        List<FaultKind> killing = shuffled(true, kills, random);
        int others = kinds.stream().allMatch(FaultKind::isKill) ? 0 : Math.max(1, kills / KILLS_BETWEEN);
        List<FaultKind> other = shuffled(false, others, random);
        List<FaultKind> all = new ArrayList<>(killing);
        for (int i = 0; i < other.size(); i++) {
            all.add((i + 1) * all.size() / (other.size() + 1), other.get(i));
        }
        return List.copyOf(all);
    }

    private List<FaultKind> shuffled(boolean killing, int count, Random random) {
        List<FaultKind> round =
                kinds.stream().filter(kind -> kind.isKill() == killing).sorted().toList();
        List<FaultKind> faults = new ArrayList<>();
        while (faults.size() < count) {
            List<FaultKind> next = new ArrayList<>(round);
            Collections.shuffle(next, random);
            faults.addAll(next);
        }
        return faults.subList(0, count);
    }
}
