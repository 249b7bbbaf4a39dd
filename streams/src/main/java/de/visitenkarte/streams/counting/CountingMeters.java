package de.visitenkarte.streams.counting;

import de.visitenkarte.streams.quarantine.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What became of the events: {@code ratings.…} and {@code visits.…}, which are also their units. All count since the start of the process. A crash
 * rolls the state back but not the meters, so after one they may be too high; the cells are exact.
 */
final class CountingMeters {

    private final Counter counted;
    private final Counter duplicate;
    private final Map<Reason, Counter> quarantined = new EnumMap<>(Reason.class);

    CountingMeters(String nouns, MeterRegistry registry) {
        counted = Counter.builder(nouns + ".counted")
                .description("Events that were counted into their cells")
                .register(registry);
        duplicate = Counter.builder(nouns + ".duplicate")
                .description("Repetitions of counted events that were dropped")
                .register(registry);
        for (Reason reason : Reason.values()) {
            quarantined.put(
                    reason,
                    Counter.builder(nouns + ".quarantined")
                            .description("Records that could not be counted and went to the dead letters")
                            .tag("reason", reason.text())
                            .register(registry));
        }
    }

    void counted() {
        counted.increment();
    }

    void duplicate() {
        duplicate.increment();
    }

    void quarantined(Reason reason) {
        // Each reason has its counter since the constructor.
        Objects.requireNonNull(quarantined.get(reason)).increment();
    }
}
