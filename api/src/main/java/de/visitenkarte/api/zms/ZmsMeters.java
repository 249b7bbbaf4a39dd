package de.visitenkarte.api.zms;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the reading of ZMS is measured by. */
public final class ZmsMeters {

    private final Map<String, Counter> looks;
    private final Counter visits;
    private final Counter refused;
    private final AtomicReference<Double> failing = new AtomicReference<>(0.0);
    private final AtomicReference<Double> difference = new AtomicReference<>(Double.NaN);

    public ZmsMeters(MeterRegistry meters) {
        List<String> outcomes = Stream.concat(
                        Stream.of("ok"), Arrays.stream(ZmsFault.Kind.values()).map(ZmsFault.Kind::label))
                .toList();
        this.looks = outcomes.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        outcome -> Counter.builder("zms.looks")
                                .description("Looks at queues of ZMS, by outcome")
                                .baseUnit("looks")
                                .tag("outcome", outcome)
                                .register(meters)));
        this.visits = Counter.builder("zms.visits")
                .description("Visits derived from ZMS that the broker has acknowledged")
                .baseUnit("visits")
                .register(meters);
        this.refused = Counter.builder("zms.refused")
                .description("Visits derived from ZMS that are not plausible and were left out")
                .baseUnit("visits")
                .register(meters);
        Gauge.builder("zms.failing", failing, AtomicReference::get)
                .description("Scopes of ZMS that cannot be read at present")
                .baseUnit("scopes")
                .register(meters);
        Gauge.builder("zms.difference", difference, AtomicReference::get)
                .description(
                        "Largest difference between our mean wait of a day and that of ZMS, at the last comparison")
                .baseUnit("minutes")
                .register(meters);
    }

    void count(String outcome) {
        Objects.requireNonNull(looks.get(outcome), outcome).increment();
    }

    void sent(int count) {
        visits.increment(count);
    }

    void refused() {
        refused.increment();
    }

    void failing(int scopes) {
        failing.set((double) scopes);
    }

    void difference(double minutes) {
        difference.set(minutes);
    }
}
