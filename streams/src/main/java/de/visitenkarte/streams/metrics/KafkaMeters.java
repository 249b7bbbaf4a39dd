package de.visitenkarte.streams.metrics;

import io.micrometer.core.instrument.config.MeterFilter;
import java.util.Set;

/**
 * Which of Kafka's meters are shown. It has more than six hundred time series for one stream thread; these are the ones
 * that an alert or a dashboard of this product looks at.
 */
final class KafkaMeters {

    private static final String PREFIX = "kafka.";

    private static final Set<String> SHOWN = Set.of(
            // Is it alive?
            "kafka.stream.alive.stream.threads",
            "kafka.stream.failed.stream.threads",
            // Does it keep up?
            "kafka.consumer.fetch.manager.records.lag",
            "kafka.consumer.fetch.manager.records.lag.max",
            "kafka.consumer.fetch.manager.records.consumed.rate",
            // How long does it take?
            "kafka.stream.thread.process.rate",
            "kafka.stream.thread.process.latency.avg",
            "kafka.stream.thread.process.latency.max",
            "kafka.stream.thread.commit.rate",
            "kafka.stream.thread.commit.latency.avg",
            "kafka.stream.thread.commit.latency.max",
            // Must stay 0.
            "kafka.stream.task.dropped.records.total",
            "kafka.producer.record.error.total",
            // How often did partitions move, and for how long?
            "kafka.consumer.coordinator.rebalance.total",
            "kafka.consumer.coordinator.rebalance.latency.max");

    private KafkaMeters() {}

    /** Returns a filter that hides Kafka's other meters and lets everybody else's pass. */
    static MeterFilter selection() {
        return MeterFilter.deny(id -> id.getName().startsWith(PREFIX) && !SHOWN.contains(id.getName()));
    }
}
