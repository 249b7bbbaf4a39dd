package de.visitenkarte.streams.counting;

import com.google.protobuf.MessageLite;
import de.visitenkarte.streams.counting.CountProcessor.Counted;
import de.visitenkarte.streams.pace.OncePerPeriod;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Passes changed cells on, whole, once per period however often they changed in it.
 *
 * <p>Which cells changed and have not been passed on is noted in a store, in the same transaction as the cells. A commit
 * may come between the two, and a crash after it: whoever takes over begins with what is noted, so no change is forgotten.
 */
final class PassOnProcessor<E extends MessageLite, C extends MessageLite>
        extends ContextualProcessor<byte[], Counted<E, C>, String, C> {

    /** The store is in memory and read anew at each start. Kafka removes what is outdated from full segments only. */
    private static final Map<String, String> SMALL_CHANGELOG = Map.of("segment.bytes", "1048576");

    private final String cellsName;
    private final String changedName;
    private final Duration period;
    private final Map<String, Record<String, C>> waiting = new LinkedHashMap<>();
    private KeyValueStore<String, Long> changed;
    private OncePerPeriod passingOn;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init first.
    private PassOnProcessor(String cellsName, String changedName, Duration period) {
        this.cellsName = cellsName;
        this.changedName = changedName;
        this.period = period;
    }

    /**
     * Returns the supplier of the processor together with its store.
     *
     * @param cellsName store of the cells, which has to be connected as well
     * @param changedName name of the store of what changed, and so of its changelog; never change it
     */
    static <E extends MessageLite, C extends MessageLite> ProcessorSupplier<byte[], Counted<E, C>, String, C> supplier(
            String cellsName, String changedName, Duration period) {
        return new ProcessorSupplier<>() {
            @Override
            public PassOnProcessor<E, C> get() {
                return new PassOnProcessor<>(cellsName, changedName, period);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(changedName), Serdes.String(), Serdes.Long())
                        .withCachingEnabled()
                        .withLoggingEnabled(SMALL_CHANGELOG));
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, C> context) {
        super.init(context);
        changed = context.getStateStore(changedName);
        passingOn = new OncePerPeriod(context, period, this::passOn);
        waiting.clear();
        KeyValueStore<String, C> cells = context.getStateStore(cellsName);
        try (KeyValueIterator<String, Long> all = changed.all()) {
            all.forEachRemaining(mark -> await(new Record<>(mark.key, cells.get(mark.key), mark.value)));
        }
    }

    @Override
    public void process(Record<byte[], Counted<E, C>> record) {
        Counted<E, C> counted = record.value();
        if (await(new Record<>(counted.key(), counted.cells(), record.timestamp()))) {
            changed.put(counted.key(), record.timestamp());
        }
    }

    /** Returns whether these cells did not wait already. */
    private boolean await(Record<String, C> cells) {
        passingOn.request();
        return waiting.put(cells.key(), cells) == null;
    }

    private void passOn() {
        for (Record<String, C> cells : waiting.values()) {
            context().forward(cells);
            changed.delete(cells.key());
        }
        waiting.clear();
    }

    @Override
    public void close() {
        passingOn.cancel();
    }
}
