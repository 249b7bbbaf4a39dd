package de.visitenkarte.streams.deduplication;

import com.google.protobuf.MessageLite;
import de.visitenkarte.streams.quarantine.Reason;
import de.visitenkarte.streams.quarantine.Verdict;
import java.util.OptionalInt;
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

/**
 * Lets each event pass once. A repetition is dropped; another body under a number that was seen is refused, and the first
 * one stays.
 *
 * @param <E> rating or visit
 */
public final class DeduplicateProcessor<E extends MessageLite>
        extends ContextualProcessor<byte[], E, byte[], Verdict<E>> {

    private final String storeName;
    private final Function<E, Identity> identityOf;
    private final Runnable onDuplicate;
    private KeyValueStore<String, byte[]> pages;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init first.
    private DeduplicateProcessor(String storeName, Function<E, Identity> identityOf, Runnable onDuplicate) {
        this.storeName = storeName;
        this.identityOf = identityOf;
        this.onDuplicate = onDuplicate;
    }

    /**
     * Returns the supplier of the processor together with its store.
     *
     * @param storeName name of the store, and so of its changelog; never change it
     * @param onDuplicate is run for each repetition, to count it
     */
    public static <E extends MessageLite> ProcessorSupplier<byte[], E, byte[], Verdict<E>> supplier(
            String storeName, Function<E, Identity> identityOf, Runnable onDuplicate) {
        return new ProcessorSupplier<>() {
            @Override
            public DeduplicateProcessor<E> get() {
                return new DeduplicateProcessor<>(storeName, identityOf, onDuplicate);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(storeName), Serdes.String(), Serdes.ByteArray())
                        .withCachingEnabled());
            }
        };
    }

    @Override
    public void init(ProcessorContext<byte[], Verdict<E>> context) {
        super.init(context);
        pages = context.getStateStore(storeName);
    }

    @Override
    public void process(Record<byte[], E> record) {
        E event = record.value();
        Identity identity = identityOf.apply(event);
        String pageKey = identity.pageKey();
        byte[] bytes = pages.get(pageKey);
        SeenPage page = bytes == null ? SeenPage.EMPTY : SeenPage.fromBytes(bytes);
        OptionalInt seen = page.find(identity.slot());
        if (seen.isEmpty()) {
            pages.put(pageKey, page.with(identity.slot(), identity.shortHash()).toBytes());
            context().forward(record.withValue(new Verdict.Passed<>(event)));
        } else if (seen.getAsInt() == identity.shortHash()) {
            onDuplicate.run();
        } else {
            context().forward(record.withValue(refusalOf(event, identity)));
        }
    }

    private static <E extends MessageLite> Verdict<E> refusalOf(E event, Identity identity) {
        return new Verdict.Refused<>(
                Reason.SEQUENCE_NUMBER_REUSED,
                "Number " + identity.sequenceNumber() + " of " + identity.source() + " came before with another body",
                // The same content as the record's; nothing is lost, because unknown fields are kept when reading.
                event.toByteString());
    }
}
