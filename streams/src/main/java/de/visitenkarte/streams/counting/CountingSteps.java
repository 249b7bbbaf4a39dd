package de.visitenkarte.streams.counting;

import com.google.protobuf.MessageLite;
import de.visitenkarte.events.DeadLetter;
import de.visitenkarte.events.Topics;
import de.visitenkarte.streams.deduplication.DeduplicateProcessor;
import de.visitenkarte.streams.quarantine.QuarantineProcessor;
import de.visitenkarte.streams.quarantine.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/**
 * The steps of one {@link Counting}: read → deduplicate → count, and after each of the first two the refused go to the
 * dead letters.
 *
 * <p>The processors instead of the DSL's own aggregation, because a cell has another key than its events and the DSL
 * would repartition every one of them. It is not needed: the key of a cell begins with the office, which is the key of
 * the events.
 */
public final class CountingSteps<E extends MessageLite, C extends MessageLite> {

    private final Counting<E, C> counting;
    private final CountingMeters meters;

    private CountingSteps(Counting<E, C> counting, CountingMeters meters) {
        this.counting = counting;
        this.meters = meters;
    }

    /** Adds the steps to a topology under construction. */
    public static <E extends MessageLite, C extends MessageLite> void add(
            Counting<E, C> counting, StreamsBuilder builder, MeterRegistry registry) {
        CountingMeters meters = new CountingMeters(counting.noun() + "s", registry);
        new CountingSteps<>(counting, meters).addTo(builder);
    }

    private void addTo(StreamsBuilder builder) {
        KStream<byte[], Verdict<E>> read = read(builder);
        quarantineRefused(read, "read");
        KStream<byte[], Verdict<E>> deduplicated = deduplicate(passed(read, "read"));
        quarantineRefused(deduplicated, "deduplicate");
        count(passed(deduplicated, "deduplicate"));
    }

    private KStream<byte[], Verdict<E>> read(StreamsBuilder builder) {
        Consumed<byte[], byte[]> consumed = Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())
                .withTimestampExtractor(CountingSteps::timestampOf)
                .withName(name("source"));
        return builder.stream(counting.source().name(), consumed)
                .mapValues((key, value) -> EventReader.read(counting, key, value), Named.as(name("read")));
    }

    private KStream<byte[], Verdict<E>> deduplicate(KStream<byte[], E> events) {
        return events.process(
                DeduplicateProcessor.supplier(name("seen"), counting.identityOf(), meters::duplicate),
                Named.as(name("deduplicate")));
    }

    private void count(KStream<byte[], E> events) {
        events.process(CountProcessor.supplier(name("cells"), counting, meters::counted), Named.as(name("count")))
                .to(
                        counting.cells().name(),
                        Produced.<String, C>as(name("cells-sink"))
                                .withKeySerde(Serdes.String())
                                .withValueSerde(MessageSerde.of(counting.cellParser()))
                                .withStreamPartitioner(new OfficePartitioner<>()));
    }

    private KStream<byte[], E> passed(KStream<byte[], Verdict<E>> verdicts, String step) {
        return verdicts.flatMapValues(Verdict::passed, Named.as(name(step + "-passed")));
    }

    private void quarantineRefused(KStream<byte[], Verdict<E>> verdicts, String step) {
        verdicts.flatMapValues(Verdict::refused, Named.as(name(step + "-refused")))
                .process(() -> new QuarantineProcessor<E>(meters::quarantined), Named.as(name(step + "-quarantine")))
                .to(
                        Topics.DEAD_LETTER.name(),
                        Produced.<String, DeadLetter>as(name(step + "-dead-letter-sink"))
                                .withKeySerde(Serdes.String())
                                .withValueSerde(MessageSerde.of(DeadLetter.parser())));
    }

    /**
     * Returns the record's time, which only the retention of what is written next depends on. A record without one would
     * stop the stream, so it gets the latest time of its partition.
     */
    static long timestampOf(ConsumerRecord<Object, Object> record, long partitionTime) {
        return record.timestamp() >= 0 ? record.timestamp() : Math.max(partitionTime, 0);
    }

    private String name(String part) {
        return counting.noun() + "-" + part;
    }
}
