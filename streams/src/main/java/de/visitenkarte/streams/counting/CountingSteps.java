package de.visitenkarte.streams.counting;

import com.google.protobuf.MessageLite;
import de.visitenkarte.events.Account;
import de.visitenkarte.events.DeadLetter;
import de.visitenkarte.events.Topics;
import de.visitenkarte.streams.account.AccountProcessor;
import de.visitenkarte.streams.account.Entry;
import de.visitenkarte.streams.counting.CountProcessor.Counted;
import de.visitenkarte.streams.deduplication.DeduplicateProcessor;
import de.visitenkarte.streams.quarantine.DeadLetters;
import de.visitenkarte.streams.quarantine.QuarantineProcessor;
import de.visitenkarte.streams.quarantine.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.ValueMapper;

/**
 * The steps of one {@link Counting}: read → deduplicate → count, and after each of the first two the refused go to the
 * dead letters. Every step says what it did, and the account at the end writes it down.
 *
 * <p>The processors instead of the DSL's own aggregation, because a cell has another key than its events and the DSL
 * would repartition every one of them. It is not needed: the key of a cell begins with the office, which is the key of
 * the events.
 */
public final class CountingSteps<E extends MessageLite, C extends MessageLite> {

    private final Counting<E, C> counting;
    private final Duration passOnPeriod;
    private final Period cellsKept;
    private final CountingMeters meters;

    private CountingSteps(Counting<E, C> counting, Duration passOnPeriod, Period cellsKept, CountingMeters meters) {
        this.counting = counting;
        this.passOnPeriod = passOnPeriod;
        this.cellsKept = cellsKept;
        this.meters = meters;
    }

    /**
     * Adds the steps to a topology under construction.
     *
     * @param passOnPeriod how long changed cells wait at most before they are passed on
     * @param cellsKept how old a quarter hour becomes until its cells are deleted
     */
    public static <E extends MessageLite, C extends MessageLite> void add(
            Counting<E, C> counting,
            Duration passOnPeriod,
            Period cellsKept,
            StreamsBuilder builder,
            MeterRegistry registry) {
        CountingMeters meters = new CountingMeters(counting.noun() + "s", registry);
        new CountingSteps<>(counting, passOnPeriod, cellsKept, meters).addTo(builder);
    }

    private void addTo(StreamsBuilder builder) {
        KStream<byte[], Verdict<E>> read = read(builder);
        KStream<byte[], Verdict<E>> deduplicated = deduplicate(passed(read, "read"));
        KStream<byte[], Counted<E, C>> counted = count(passed(deduplicated, "deduplicate"));
        account(
                entries(read, "read", EntriesOf::reading),
                entries(quarantine(read, "read"), "read-quarantine", EntriesOf::quarantining),
                entries(deduplicated, "deduplicate", verdict -> EntriesOf.deduplicating(verdict, counting)),
                entries(quarantine(deduplicated, "deduplicate"), "deduplicate-quarantine", EntriesOf::quarantining),
                entries(counted, "count", event -> EntriesOf.counting(event.event(), counting)));
    }

    private KStream<byte[], Verdict<E>> read(StreamsBuilder builder) {
        Consumed<byte[], byte[]> consumed = Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())
                .withTimestampExtractor(CountingSteps::timestampOf)
                .withName(name("source"));
        return builder.stream(counting.source().name(), consumed)
                .processValues(ReadProcessor.supplier(name("replayed"), counting), Named.as(name("read")));
    }

    private KStream<byte[], Verdict<E>> deduplicate(KStream<byte[], E> events) {
        return events.processValues(
                DeduplicateProcessor.supplier(
                        name("seen"), name("refused"), counting.originOf(), counting.identityOf()),
                Named.as(name("deduplicate")));
    }

    private KStream<byte[], Counted<E, C>> count(KStream<byte[], E> events) {
        CellFold<E, C> fold = counting.fold();
        KStream<byte[], Counted<E, C>> counted =
                events.processValues(CountProcessor.supplier(name("cells"), fold), Named.as(name("count")));
        counted.process(
                        PassOnProcessor.supplier(name("cells"), name("changed"), passOnPeriod),
                        Named.as(name("changed-cells")),
                        name("cells"))
                .to(fold.topic().name(), produced("cells-sink"));
        counted.process(
                        () -> new ExpireProcessor<E, C>(name("cells"), cellsKept),
                        Named.as(name("expired-cells")),
                        name("cells"))
                .to(fold.topic().name(), produced("expired-sink"));
        return counted;
    }

    private Produced<String, C> produced(String sink) {
        return Produced.<String, C>as(name(sink))
                .withKeySerde(Serdes.String())
                .withValueSerde(MessageSerde.of(counting.fold().parser()))
                .withStreamPartitioner(new OfficePartitioner<>());
    }

    private KStream<byte[], E> passed(KStream<byte[], Verdict<E>> verdicts, String step) {
        return verdicts.flatMapValues(Verdict::passed, Named.as(name(step + "-passed")));
    }

    private KStream<byte[], DeadLetter> quarantine(KStream<byte[], Verdict<E>> verdicts, String step) {
        KStream<byte[], DeadLetter> letters = verdicts.flatMapValues(
                        Verdict::refused, Named.as(name(step + "-refused")))
                .processValues(QuarantineProcessor::new, Named.as(name(step + "-quarantine")));
        letters.selectKey((key, letter) -> DeadLetters.keyOf(letter), Named.as(name(step + "-letter-key")))
                .to(
                        Topics.DEAD_LETTER.name(),
                        Produced.<String, DeadLetter>as(name(step + "-dead-letter-sink"))
                                .withKeySerde(Serdes.String())
                                .withValueSerde(MessageSerde.of(DeadLetter.parser())));
        return letters;
    }

    private <V> KStream<byte[], Entry> entries(
            KStream<byte[], V> step, String name, ValueMapper<V, Iterable<Entry>> entriesOf) {
        return step.flatMapValues(entriesOf, Named.as(name(name + "-entries")));
    }

    @SafeVarargs
    private void account(KStream<byte[], Entry> first, KStream<byte[], Entry>... others) {
        KStream<byte[], Entry> all = first;
        for (int i = 0; i < others.length; i++) {
            all = all.merge(others[i], Named.as(name("entries-" + (i + 1))));
        }
        Serde<Account> serde = MessageSerde.of(Account.parser());
        all.peek((office, entry) -> meters.book(entry), Named.as(name("meters")))
                .process(AccountProcessor.supplier(name("account"), counting.kind(), serde), Named.as(name("book")))
                .to(
                        Topics.ACCOUNT.name(),
                        Produced.<String, Account>as(name("account-sink"))
                                .withKeySerde(Serdes.String())
                                .withValueSerde(serde)
                                .withStreamPartitioner((topic, key, account, partitions) ->
                                        Optional.of(Set.of(account.getPartition() % partitions))));
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
