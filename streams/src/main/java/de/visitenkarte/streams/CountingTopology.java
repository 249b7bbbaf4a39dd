package de.visitenkarte.streams;

import de.visitenkarte.streams.counting.CountingSteps;
import de.visitenkarte.streams.rating.RatingCounting;
import de.visitenkarte.streams.visit.VisitCounting;
import de.visitenkarte.streams.waiting.WaitJoin;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Period;
import java.util.Properties;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;

/**
 * The topology: ratings and visits, each on the same way through {@link CountingSteps}, and the join of their cells.
 *
 * <p>What happens to records that are not simply next in line:
 *
 * <ul>
 *   <li>late, however old: counted in their own bucket. There is no window and no stream time, so no tablet's clock can
 *       make another tablet's rating late. Cells are deleted when they are more than a year old by the wall clock, which is
 *       longer after the api has begun to refuse what belongs to them.
 *   <li>in the future: counted in their own bucket, like any other. The api has replaced implausible clocks before.
 *   <li>repeated: dropped and counted as {@code ….duplicate}.
 *   <li>anything else that cannot be counted: to {@link de.visitenkarte.events.Topics#DEAD_LETTER} with the reason.
 * </ul>
 *
 * <p>Ratings and their cells stay on the partition of their office. {@link WaitJoin} starts from the two cell topics, which
 * are tables partitioned alike, and repartitions only what it attributes.
 */
public final class CountingTopology {

    /** How long changed cells wait for further changes before they are passed on, at most. */
    static final Duration PASS_ON_PERIOD = Duration.ofMillis(75);

    /** How long the api keeps cells unless told otherwise, and a month. */
    private static final Period CELLS_KEPT = Period.ofMonths(14);

    private CountingTopology() {}

    /**
     * Returns the topology; the same for the same settings.
     *
     * @param config only the settings that shape a topology are read from it
     * @param registry where the counters of {@link de.visitenkarte.streams.counting.CountingMeters} are registered
     */
    public static Topology build(StreamsConfig config, MeterRegistry registry) {
        return build(config, CELLS_KEPT, registry);
    }

    /**
     * Returns the topology with another end of cells.
     *
     * @param cellsKept how old a quarter hour becomes until its cells are deleted; longer than the api keeps them
     */
    public static Topology build(StreamsConfig config, Period cellsKept, MeterRegistry registry) {
        return build(config, PASS_ON_PERIOD, cellsKept, registry);
    }

    static Topology build(StreamsConfig config, Duration passOnPeriod, MeterRegistry registry) {
        return build(config, passOnPeriod, CELLS_KEPT, registry);
    }

    private static Topology build(
            StreamsConfig config, Duration passOnPeriod, Period cellsKept, MeterRegistry registry) {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(config));
        CountingSteps.add(RatingCounting.INSTANCE, passOnPeriod, cellsKept, builder, registry);
        CountingSteps.add(VisitCounting.INSTANCE, passOnPeriod, cellsKept, builder, registry);
        WaitJoin.add(builder);
        // Needs the settings once more: only so may a table use the topic it is read from as its changelog.
        Properties properties = new Properties();
        properties.putAll(config.originals());
        return builder.build(properties);
    }
}
