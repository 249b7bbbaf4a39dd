package de.visitenkarte.bench.reconcile;

import de.visitenkarte.bench.cluster.Database;
import de.visitenkarte.bench.load.Item;
import de.visitenkarte.bench.load.Journal;
import de.visitenkarte.events.Topics;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One comparison of the journal with everything that the product keeps. */
public final class Reconciliation {

    private static final int EXAMPLES = 20;

    private final List<String> examples = new ArrayList<>();
    private long lost;
    private long doubled;
    private long changed;
    private long unexplained;

    private Reconciliation() {}

    /**
     * Compares; meaningful when everything was sent and counted.
     *
     * @param poisonedPlaces where the broker acknowledged records that must not count
     * @throws SQLException if PostgreSQL is away
     */
    public static Finding run(String kafka, Database database, Journal journal, Set<String> poisonedPlaces)
            throws SQLException {
        TopicReader reader = new TopicReader(kafka);
        Stored stored = Stored.read(reader);
        Reconciliation result = new Reconciliation();
        result.compareTopics(journal, stored);
        result.compareFigures(expected(journal, stored), Cells.read(database));
        result.compareDeadLetters(reader, stored, poisonedPlaces);
        result.compareDerived(Derived.contradictions(database));
        return new Finding(
                journal.sent().size(),
                journal.acknowledged().size(),
                stored.repetitions(),
                stored.deadPlaces().size(),
                result.lost,
                result.doubled,
                result.changed,
                result.unexplained,
                List.copyOf(result.examples));
    }

    private void compareTopics(Journal journal, Stored stored) {
        Map<String, Item> sent = journal.sent();
        for (String identity : journal.acknowledged()) {
            if (!stored.first().containsKey(identity)) {
                lost++;
                example("acknowledged and not in the topic: " + sent.get(identity));
            }
        }
        for (Stored.Event event : stored.first().values()) {
            Item item = sent.get(event.identity());
            if (item == null) {
                unexplained++;
                example("in the topic and never sent: " + event);
            } else if (!item.effect().equals(event.effect())) {
                changed++;
                example("sent as " + item + ", stored as " + event);
            }
        }
        for (String identity : stored.reused()) {
            if (!journal.reused().containsKey(identity)) {
                unexplained++;
                example("two bodies in the topic, one was sent: " + identity);
            }
        }
    }

    /** What was taken without the sender having heard of it counts too. */
    private static Map<String, Long> expected(Journal journal, Stored stored) {
        Map<String, Long> figures = new HashMap<>();
        Set<String> acknowledged = journal.acknowledged();
        journal.sent().forEach((identity, item) -> {
            if (acknowledged.contains(identity) || stored.first().containsKey(identity)) {
                item.effect().forEach((figure, amount) -> figures.merge(figure, amount, Long::sum));
            }
        });
        figures.values().removeIf(value -> value == 0);
        return figures;
    }

    private void compareFigures(Map<String, Long> expected, Map<String, Long> actual) {
        Set<String> names = new HashSet<>(expected.keySet());
        names.addAll(actual.keySet());
        for (String name : names) {
            long wanted = expected.getOrDefault(name, 0L);
            long there = actual.getOrDefault(name, 0L);
            if (wanted != there) {
                example(name + ": " + wanted + " expected, " + there + " in the cell");
                count(name, wanted, there);
            }
        }
    }

    private void count(String figure, long wanted, long there) {
        if (figure.startsWith("waitSeconds")) {
            changed++;
        } else if (wanted == 0) {
            unexplained += there;
        } else if (there < wanted) {
            lost += wanted - there;
        } else {
            doubled += there - wanted;
        }
    }

    private void compareDeadLetters(TopicReader reader, Stored stored, Set<String> poisonedPlaces) {
        Set<String> letters = new HashSet<>();
        reader.read(Topics.DEAD_LETTER.name(), record -> {
            String place = new String(record.key(), StandardCharsets.UTF_8);
            if (!letters.add(place)) {
                doubled++;
                example("two dead letters about " + place);
            }
            if (!stored.deadPlaces().contains(place)) {
                unexplained++;
                example("a dead letter about a good record: " + place);
            }
        });
        Set<String> missing = new HashSet<>(stored.deadPlaces());
        missing.addAll(poisonedPlaces);
        missing.removeAll(letters);
        lost += missing.size();
        missing.forEach(place -> example("no dead letter about " + place));
    }

    private void compareDerived(List<String> contradictions) {
        changed += contradictions.size();
        contradictions.forEach(this::example);
    }

    private void example(String text) {
        if (examples.size() < EXAMPLES) {
            examples.add(text);
        }
    }
}
