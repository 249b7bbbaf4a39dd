package de.visitenkarte.streams.counting;

import com.google.protobuf.MessageLite;
import de.visitenkarte.streams.pace.RecentValues;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Folds each event into its cells. */
final class CountProcessor<E extends MessageLite, C extends MessageLite>
        extends ContextualFixedKeyProcessor<byte[], E, CountProcessor.Counted<E, C>> {

    /** Records of cells kept as objects, of each partition: the offices of a partition, in the present quarter hour. */
    private static final int RECENT_CELLS = 250;

    private final String storeName;
    private final CellFold<E, C> fold;
    private RecentValues<C> cells;

    /**
     * An event that is in its cells now.
     *
     * @param key of the cells
     * @param cells with the event
     */
    record Counted<E, C>(E event, String key, C cells) {}

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init first.
    private CountProcessor(String storeName, CellFold<E, C> fold) {
        this.storeName = storeName;
        this.fold = fold;
    }

    /** Returns the supplier of the processor together with its store. */
    static <E extends MessageLite, C extends MessageLite> FixedKeyProcessorSupplier<byte[], E, Counted<E, C>> supplier(
            String storeName, CellFold<E, C> fold) {
        return new FixedKeyProcessorSupplier<>() {
            @Override
            public CountProcessor<E, C> get() {
                return new CountProcessor<>(storeName, fold);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(storeName),
                                Serdes.String(),
                                MessageSerde.of(fold.parser()))
                        .withCachingEnabled());
            }
        };
    }

    @Override
    public void init(FixedKeyProcessorContext<byte[], Counted<E, C>> context) {
        super.init(context);
        cells = new RecentValues<>(context.getStateStore(storeName), RECENT_CELLS);
    }

    @Override
    public void process(FixedKeyRecord<byte[], E> record) {
        E event = record.value();
        String key = fold.keyOf().apply(event);
        C one = fold.one().apply(event);
        C before = cells.get(key);
        C after = before == null ? one : fold.add().apply(before, one);
        cells.put(key, after);
        context().forward(record.withValue(new Counted<>(event, key, after)));
    }
}
