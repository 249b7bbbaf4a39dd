package de.visitenkarte.streams.counting;

import de.visitenkarte.streams.account.Entry;
import de.visitenkarte.streams.account.Entry.What;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What became of the events: {@code ratings.…} and {@code visits.…}, which are also their units. All count since the
 * start of the process. A crash rolls the state back but not the meters, so after one they may be too high; the accounts
 * are exact.
 */
final class CountingMeters {

    private static final Map<What, String> DESCRIPTIONS = Map.of(
            What.ACCEPTED, "New events, whatever became of them",
            What.COUNTED, "Events that were counted into their cells",
            What.QUARANTINED, "Records that could not be counted and went to the dead letters",
            What.DUPLICATE, "Repetitions of known events that were dropped",
            What.REPLAYED, "Records that came out of the quarantine");

    private final Map<What, Counter> counters = new EnumMap<>(What.class);

    CountingMeters(String nouns, MeterRegistry registry) {
        DESCRIPTIONS.forEach((what, description) -> counters.put(
                what,
                Counter.builder(nouns + "." + what.name().toLowerCase(Locale.ROOT))
                        .description(description)
                        .register(registry)));
    }

    void book(Entry entry) {
        // Each kind of entry has its counter since the constructor.
        Objects.requireNonNull(counters.get(entry.what())).increment();
    }
}
