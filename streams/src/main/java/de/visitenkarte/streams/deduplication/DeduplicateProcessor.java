package de.visitenkarte.streams.deduplication;

import com.google.protobuf.MessageLite;
import de.visitenkarte.streams.account.Origin;
import de.visitenkarte.streams.pace.RecentValues;
import de.visitenkarte.streams.quarantine.Reason;
import de.visitenkarte.streams.quarantine.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
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
 * Lets each event pass once. A repetition is dropped; another body under a number that was seen is refused, once, and the
 * first one stays.
 *
 * @param <E> rating or visit
 */
public final class DeduplicateProcessor<E extends MessageLite>
        extends ContextualFixedKeyProcessor<byte[], E, Verdict<E>> {

    /** Pages kept as objects, of each partition: 0.3 MB at most. More tablets than this share a partition nowhere. */
    private static final int RECENT_PAGES = 1000;

    private static final Serde<SeenPage> SEEN_PAGE =
            Serdes.serdeFrom((topic, page) -> bytesOf(page), (topic, bytes) -> pageOf(bytes));

    private final String seenName;
    private final String refusedName;
    private final Function<E, Origin> originOf;
    private final Function<E, Identity> identityOf;
    private RecentValues<SeenPage> pages;
    private KeyValueStore<String, byte[]> refused;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init first.
    private DeduplicateProcessor(
            String seenName, String refusedName, Function<E, Origin> originOf, Function<E, Identity> identityOf) {
        this.seenName = seenName;
        this.refusedName = refusedName;
        this.originOf = originOf;
        this.identityOf = identityOf;
    }

    /**
     * Returns the supplier of the processor together with its stores. Never change their names: the changelogs are called
     * after them.
     *
     * @param seenName name of the store of pages
     * @param refusedName name of the store of bodies that were refused
     */
    public static <E extends MessageLite> FixedKeyProcessorSupplier<byte[], E, Verdict<E>> supplier(
            String seenName, String refusedName, Function<E, Origin> originOf, Function<E, Identity> identityOf) {
        return new FixedKeyProcessorSupplier<>() {
            @Override
            public DeduplicateProcessor<E> get() {
                return new DeduplicateProcessor<>(seenName, refusedName, originOf, identityOf);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return new LinkedHashSet<>(List.of(
                        store(seenName, SEEN_PAGE).withCachingEnabled(), store(refusedName, Serdes.ByteArray())));
            }
        };
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values);
    }

    @Override
    public void init(FixedKeyProcessorContext<byte[], Verdict<E>> context) {
        super.init(context);
        pages = new RecentValues<>(context.getStateStore(seenName), RECENT_PAGES);
        refused = context.getStateStore(refusedName);
    }

    @Override
    public void process(FixedKeyRecord<byte[], E> record) {
        context().forward(record.withValue(verdictOn(record.value())));
    }

    private Verdict<E> verdictOn(E event) {
        Identity identity = identityOf.apply(event);
        String pageKey = identity.pageKey();
        SeenPage known = pages.get(pageKey);
        SeenPage page = known == null ? SeenPage.EMPTY : known;
        OptionalInt seen = page.find(identity.slot());
        if (seen.isEmpty()) {
            pages.put(pageKey, page.with(identity.slot(), identity.shortHash()));
            return new Verdict.Passed<>(event, identity.sequenceNumber());
        }
        boolean repeated =
                seen.getAsInt() == identity.shortHash() || refused.putIfAbsent(identity.bodyKey(), new byte[0]) != null;
        return repeated ? new Verdict.Repeated<>(originOf.apply(event)) : refusalOf(event, identity);
    }

    private Verdict<E> refusalOf(E event, Identity identity) {
        return new Verdict.Refused<>(
                originOf.apply(event),
                Reason.SEQUENCE_NUMBER_REUSED,
                "Number " + identity.sequenceNumber() + " of " + identity.source() + " came before with another body",
                // The same content as the record's; nothing is lost, because unknown fields are kept when reading.
                event.toByteString());
    }

    private static byte @Nullable [] bytesOf(@Nullable SeenPage page) {
        return page == null ? null : page.toBytes();
    }

    private static @Nullable SeenPage pageOf(byte @Nullable [] bytes) {
        return bytes == null ? null : SeenPage.fromBytes(bytes);
    }
}
