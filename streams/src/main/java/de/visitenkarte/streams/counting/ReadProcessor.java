package de.visitenkarte.streams.counting;

import com.google.protobuf.MessageLite;
import de.visitenkarte.streams.quarantine.DeadLetters;
import de.visitenkarte.streams.quarantine.Marks;
import de.visitenkarte.streams.quarantine.Reason;
import de.visitenkarte.streams.quarantine.Replay;
import de.visitenkarte.streams.quarantine.Verdict;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Reads records. One that was taken out of quarantine is told apart, and only its first coming is read.
 * If a recount after the fix passes what was refused before, its mark means nothing: it is a repetition like any other.
 *
 * <p>Headers end here. Whatever is written for a record would carry them on, and they may be larger than what a producer
 * sends: a sender's limit is on the compressed batch, that of this application on the record as it is.
 */
final class ReadProcessor<E extends MessageLite> extends ContextualFixedKeyProcessor<byte[], byte[], Verdict<E>> {

    /** What the store notes of a letter; one that it does not know was not refused here, or not in this count. */
    private static final byte[] REFUSED = {1};

    private static final byte[] REPLAYED = {};

    private final String storeName;
    private final Counting<E, ?> counting;
    private KeyValueStore<String, byte[]> letters;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init first.
    private ReadProcessor(String storeName, Counting<E, ?> counting) {
        this.storeName = storeName;
        this.counting = counting;
    }

    /** Returns the supplier of the processor together with its store, which notes the letters and which of them were taken out. */
    static <E extends MessageLite> FixedKeyProcessorSupplier<byte[], byte[], Verdict<E>> supplier(
            String storeName, Counting<E, ?> counting) {
        return new FixedKeyProcessorSupplier<>() {
            @Override
            public ReadProcessor<E> get() {
                return new ReadProcessor<>(storeName, counting);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(storeName), Serdes.String(), Serdes.ByteArray()));
            }
        };
    }

    @Override
    public void init(FixedKeyProcessorContext<byte[], Verdict<E>> context) {
        super.init(context);
        letters = context.getStateStore(storeName);
    }

    @Override
    public void process(FixedKeyRecord<byte[], byte[]> arrived) {
        Optional<Replay> replay = Replay.find(arrived.headers());
        FixedKeyRecord<byte[], byte[]> record = arrived.withHeaders(new RecordHeaders());
        if (replay.isPresent()) {
            byte[] fate = letters.get(replay.get().letterKey());
            if (Arrays.equals(fate, REPLAYED)) {
                context()
                        .forward(record.withValue(
                                new Verdict.Repeated<>(replay.get().origin())));
                return;
            }
            if (fate != null) {
                letters.put(replay.get().letterKey(), REPLAYED);
                context()
                        .forward(record.withValue(
                                new Verdict.Replayed<>(replay.get().origin())));
            }
        }
        Verdict<E> verdict = putAside(
                EventReader.read(counting, record.key(), record.value()),
                Marks.find(arrived.headers()).orElse(null));
        if (verdict instanceof Verdict.Refused<E>) {
            letters.put(DeadLetters.keyOf(context().recordMetadata().orElseThrow()), REFUSED);
        }
        context().forward(record.withValue(verdict));
    }

    /** After reading, so that the letter is booked on the account of its sender; a record that cannot be read has none. */
    private Verdict<E> putAside(Verdict<E> verdict, @Nullable Reason reason) {
        return reason != null && verdict instanceof Verdict.Passed<E> passed
                ? new Verdict.Refused<>(
                        counting.originOf().apply(passed.event()),
                        reason,
                        "Marked by the api",
                        passed.event().toByteString())
                : verdict;
    }
}
