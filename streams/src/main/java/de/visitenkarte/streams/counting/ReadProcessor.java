package de.visitenkarte.streams.counting;

import com.google.protobuf.MessageLite;
import de.visitenkarte.streams.quarantine.Replay;
import de.visitenkarte.streams.quarantine.Verdict;
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

/**
 * Reads records. One that was taken out of quarantine is told apart, and only its first coming is read.
 *
 * <p>Headers end here. Whatever is written for a record would carry them on, and they may be larger than what a producer
 * sends: a sender's limit is on the compressed batch, that of this application on the record as it is.
 */
final class ReadProcessor<E extends MessageLite> extends ContextualFixedKeyProcessor<byte[], byte[], Verdict<E>> {

    private final String storeName;
    private final Counting<E, ?> counting;
    private KeyValueStore<String, byte[]> replayed;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init first.
    private ReadProcessor(String storeName, Counting<E, ?> counting) {
        this.storeName = storeName;
        this.counting = counting;
    }

    /** Returns the supplier of the processor together with its store, which notes the letters that were taken out. */
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
        replayed = context.getStateStore(storeName);
    }

    @Override
    public void process(FixedKeyRecord<byte[], byte[]> arrived) {
        Optional<Replay> replay = Replay.find(arrived.headers());
        FixedKeyRecord<byte[], byte[]> record = arrived.withHeaders(new RecordHeaders());
        if (replay.isPresent() && replayed.putIfAbsent(replay.get().letterKey(), new byte[0]) != null) {
            context()
                    .forward(
                            record.withValue(new Verdict.Repeated<>(replay.get().origin())));
            return;
        }
        replay.ifPresent(known -> context().forward(record.withValue(new Verdict.Replayed<>(known.origin()))));
        context().forward(record.withValue(EventReader.read(counting, record.key(), record.value())));
    }
}
