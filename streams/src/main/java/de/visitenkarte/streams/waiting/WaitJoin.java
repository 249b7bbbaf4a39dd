package de.visitenkarte.streams.waiting;

import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import de.visitenkarte.events.BandCells;
import de.visitenkarte.events.RatingCells;
import de.visitenkarte.events.Topics;
import de.visitenkarte.events.Topics.Topic;
import de.visitenkarte.events.WaitCells;
import de.visitenkarte.streams.counting.MessageSerde;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Ratings × waits: the median wait of a quarter hour decides to which wait band its ratings are attributed. When more
 * visits or more ratings arrive, however late, what was attributed before is taken away and what holds now is added: each
 * rating is in exactly one band, and in none while its quarter hour has no visits.
 *
 * <p>Both tables have the key {@code office/bucket} and the partition of the office, so nothing is repartitioned but the
 * attributions, of which there is one per quarter hour. What comes from the cell topics was written by this application.
 */
public final class WaitJoin {

    private static final Serde<BandCells> BAND = MessageSerde.of(BandCells.parser());

    private WaitJoin() {}

    /** Adds the join to a topology under construction. */
    public static void add(StreamsBuilder builder) {
        KTable<String, RatingCells> ratings = table(builder, Topics.RATING_CELL, RatingCells.parser(), "join-ratings");
        KTable<String, WaitCells> waits = table(builder, Topics.WAIT_CELL, WaitCells.parser(), "join-waits");
        ratings.join(waits, BandFold::attribute, Named.as("join-attribute"), store("join-attributions"))
                .groupBy(
                        (bucket, cells) -> KeyValue.pair(BandFold.keyOf(cells), cells),
                        Grouped.with("band-cells", Serdes.String(), BAND))
                .aggregate(
                        BandCells::getDefaultInstance,
                        (key, cells, sum) -> BandFold.add(sum, cells),
                        (key, cells, sum) -> BandFold.subtract(sum, cells),
                        Named.as("band-aggregate"),
                        store("band-cells"))
                .toStream(Named.as("band-changed"))
                .to(
                        Topics.BAND_CELL.name(),
                        Produced.<String, BandCells>as("band-sink")
                                .withKeySerde(Serdes.String())
                                .withValueSerde(BAND));
    }

    private static <C extends MessageLite> KTable<String, C> table(
            StreamsBuilder builder, Topic topic, Parser<C> parser, String name) {
        Serde<C> serde = MessageSerde.of(parser);
        return builder.table(
                topic.name(),
                Consumed.with(Serdes.String(), serde).withName(name + "-source"),
                Materialized.<String, C, KeyValueStore<Bytes, byte[]>>as(name)
                        .withKeySerde(Serdes.String())
                        .withValueSerde(serde));
    }

    private static Materialized<String, BandCells, KeyValueStore<Bytes, byte[]>> store(String name) {
        return Materialized.<String, BandCells, KeyValueStore<Bytes, byte[]>>as(name)
                .withKeySerde(Serdes.String())
                .withValueSerde(BAND);
    }
}
