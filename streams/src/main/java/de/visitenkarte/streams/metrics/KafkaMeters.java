package de.visitenkarte.streams.metrics;

import io.micrometer.core.instrument.config.MeterFilter;
import java.util.Map;

/**
 * Which of Kafka's meters are shown. It has more than six hundred time series for one stream thread; these are the ones
 * that an alert or a dashboard of this product looks at.
 */
final class KafkaMeters {

    private static final String PREFIX = "kafka.";

    /** What is shown, with its meaning for docs/metrics.md. */
    static final Map<String, String> SHOWN = Map.ofEntries(
            // Is it alive?
            Map.entry("kafka.stream.alive.stream.threads", "Stream threads that run"),
            Map.entry("kafka.stream.failed.stream.threads", "Stream threads that died since the start"),
            // Does it keep up?
            Map.entry("kafka.consumer.fetch.manager.records.lag", "Records of a partition that wait to be read"),
            Map.entry("kafka.consumer.fetch.manager.records.lag.max", "The most of any partition"),
            Map.entry("kafka.consumer.fetch.manager.records.consumed.rate", "Records read per second"),
            // How long does it take?
            Map.entry("kafka.stream.thread.process.rate", "Records processed per second"),
            Map.entry("kafka.stream.thread.process.latency.avg", "Milliseconds that processing took, on average"),
            Map.entry("kafka.stream.thread.process.latency.max", "Milliseconds that processing took at the most"),
            Map.entry("kafka.stream.thread.commit.rate", "Commits per second"),
            Map.entry("kafka.stream.thread.commit.latency.avg", "Milliseconds that a commit took, on average"),
            Map.entry("kafka.stream.thread.commit.latency.max", "Milliseconds that a commit took at the most"),
            // Must stay 0.
            Map.entry(
                    "kafka.stream.task.dropped.records.total", "Records dropped by Kafka Streams itself; must stay 0"),
            Map.entry("kafka.producer.record.error.total", "Records that could not be written; must stay 0"),
            // How often did partitions move, and for how long?
            Map.entry("kafka.consumer.coordinator.rebalance.total", "How often partitions moved between instances"),
            Map.entry(
                    "kafka.consumer.coordinator.rebalance.latency.max",
                    "Milliseconds that moving partitions took at the most"));

    private KafkaMeters() {}

    /** Returns a filter that hides Kafka's other meters and lets everybody else's pass. */
    static MeterFilter selection() {
        return MeterFilter.deny(id -> id.getName().startsWith(PREFIX) && !SHOWN.containsKey(id.getName()));
    }
}
