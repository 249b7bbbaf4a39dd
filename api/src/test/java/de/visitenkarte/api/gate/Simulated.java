package de.visitenkarte.api.gate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A random authority with one to three offices over days to months: who rates when, and when it arrives. */
final class Simulated {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** The authority as a whole, in the place of the number of an office. */
    private static final int AUTHORITY = -1;

    /** What is shown of an office or the authority. */
    private record Figure(int scope, Period period) {}

    /** One rating of one person. */
    record Arrival(int person, int office, LocalDate day, Instant arrivesAt) {}

    private final Grid grid = new Grid(ZONE);
    private final Random random;
    private final int offices;
    private final List<Arrival> arrivals = new ArrayList<>();

    /** @param mostDays between one and so many, most of them few */
    Simulated(long seed, int mostDays) {
        random = new Random(seed);
        offices = 1 + random.nextInt(3);
        LocalDate first = LocalDate.parse("2026-01-01").plusDays(random.nextInt(365));
        int days = (int) Math.exp(random.nextDouble() * Math.log(mostDays));
        double perDay = Math.exp(random.nextDouble() * 3);
        for (int office = 0; office < offices; office++) {
            for (int day = 0; day < days; day++) {
                int people = (int) Math.round(-Math.log(1 - random.nextDouble()) * perDay);
                for (int i = 0; i < people; i++) {
                    arrivals.add(arrival(office, first.plusDays(day)));
                }
            }
        }
        arrivals.sort(Comparator.comparing(Arrival::arrivesAt));
    }

    private Arrival arrival(int office, LocalDate day) {
        Instant rated = day.atTime(8, 0).atZone(ZONE).toInstant().plusSeconds(random.nextInt(8 * 3600));
        // One in ten was on a tablet without a network for up to two weeks.
        long late = random.nextInt(10) == 0 ? random.nextInt(14 * 86400) : random.nextInt(60);
        return new Arrival(arrivals.size(), office, day, rated.plusSeconds(late));
    }

    /** Lets the gate run again and again, and the attacker watch. */
    Attacker watched(ReleasePolicy policy) {
        Attacker attacker = new Attacker();
        Map<Integer, Map<LocalDate, BitSet>> waiting = new HashMap<>();
        Map<Figure, BitSet> figures = new HashMap<>();
        int next = 0;
        while (next < arrivals.size()) {
            int until = Math.min(arrivals.size(), next + 1 + random.nextInt(20));
            Instant now = arrivals.get(until - 1).arrivesAt();
            arrivals.subList(next, until)
                    .forEach(each -> waiting.computeIfAbsent(each.office(), any -> new TreeMap<>())
                            .computeIfAbsent(each.day(), any -> new BitSet())
                            .set(each.person()));
            waiting.forEach((office, byDay) -> release(office, byDay, now, policy, figures, attacker));
            next = until;
        }
        return attacker;
    }

    private void release(
            int office,
            Map<LocalDate, BitSet> waiting,
            Instant now,
            ReleasePolicy policy,
            Map<Figure, BitSet> figures,
            Attacker attacker) {
        List<Rest> rests = waiting.entrySet().stream()
                .map(rest -> new Rest(
                        grid.day(rest.getKey()), new long[] {rest.getValue().cardinality()}))
                .toList();
        for (Block block : ReleaseGate.decide(rests, grid, now, policy)) {
            BitSet people = new BitSet();
            block.leaves().forEach(leaf -> people.or(waiting.remove(leaf.start())));
            for (Period period : grid.containing(block.span())) {
                show(new Figure(office, period), people, policy, figures, attacker);
                show(new Figure(AUTHORITY, period), people, policy, figures, attacker);
            }
        }
    }

    private static void show(
            Figure figure, BitSet people, ReleasePolicy policy, Map<Figure, BitSet> figures, Attacker attacker) {
        BitSet sum = figures.computeIfAbsent(figure, any -> new BitSet());
        sum.or(people);
        if (sum.cardinality() >= policy.blockSize()) {
            attacker.see(figure, sum);
        }
    }

    /** What the attacker sees if every figure is released for itself: shown from five people on, moved in steps of five. */
    Attacker watchedWithoutBlocks(ReleasePolicy policy) {
        Attacker attacker = new Attacker();
        Map<Figure, BitSet> truth = new HashMap<>();
        Map<Figure, Integer> shown = new HashMap<>();
        for (Arrival arrival : arrivals) {
            for (Period period : grid.containing(grid.day(arrival.day()))) {
                for (int scope : new int[] {arrival.office(), AUTHORITY}) {
                    Figure figure = new Figure(scope, period);
                    BitSet sum = truth.computeIfAbsent(figure, any -> new BitSet());
                    sum.set(arrival.person());
                    if (sum.cardinality() - shown.getOrDefault(figure, 0) >= policy.blockSize()) {
                        shown.put(figure, sum.cardinality());
                        attacker.see(figure, sum);
                    }
                }
            }
        }
        return attacker;
    }
}
