package de.visitenkarte.streams.counting;

import com.google.protobuf.MessageLite;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Folds each event into its cells and passes on every cell that changed, whole. */
final class CountProcessor<E extends MessageLite, C extends MessageLite>
        extends ContextualProcessor<byte[], E, String, C> {

    private final String storeName;
    private final Function<E, List<CellChange<C>>> changesOf;
    private final Runnable onCounted;
    private KeyValueStore<String, C> cells;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init first.
    private CountProcessor(String storeName, Function<E, List<CellChange<C>>> changesOf, Runnable onCounted) {
        this.storeName = storeName;
        this.changesOf = changesOf;
        this.onCounted = onCounted;
    }

    /** Returns the supplier of the processor together with its store. */
    static <E extends MessageLite, C extends MessageLite> ProcessorSupplier<byte[], E, String, C> supplier(
            String storeName, Counting<E, C> counting, Runnable onCounted) {
        return new ProcessorSupplier<>() {
            @Override
            public CountProcessor<E, C> get() {
                return new CountProcessor<>(storeName, counting.changesOf(), onCounted);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(storeName),
                                Serdes.String(),
                                MessageSerde.of(counting.cellParser()))
                        .withCachingEnabled());
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, C> context) {
        super.init(context);
        cells = context.getStateStore(storeName);
    }

    @Override
    public void process(Record<byte[], E> record) {
        for (CellChange<C> change : changesOf.apply(record.value())) {
            C before = cells.get(change.key());
            C after = change.count().apply(before == null ? change.empty() : before);
            cells.put(change.key(), after);
            context().forward(new Record<>(change.key(), after, record.timestamp()));
        }
        onCounted.run();
    }
}
