package de.visitenkarte.streams.counting;

import com.google.protobuf.MessageLite;
import de.visitenkarte.streams.counting.CountProcessor.Counted;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Deletes cells that are old enough, from the store and, by a record without a value, from their topic and from whoever reads
 * that as a table. Looks once an hour, at the expired cells only, however many others there are.
 */
final class ExpireProcessor<E extends MessageLite, C extends MessageLite>
        extends ContextualProcessor<byte[], Counted<E, C>, String, C> {

    private static final Duration PERIOD = Duration.ofHours(1);

    /** Some ten milliseconds of work; the rest waits for the next hour. */
    private static final int AT_ONCE = 10_000;

    private final String cellsName;
    private final Period kept;
    private KeyValueStore<String, C> cells;
    private @Nullable Cancellable looking;

    /**
     * @param cellsName store of the cells, which has to be connected
     * @param kept how old a quarter hour becomes
     */
    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init first.
    ExpireProcessor(String cellsName, Period kept) {
        this.cellsName = cellsName;
        this.kept = kept;
    }

    @Override
    public void init(ProcessorContext<String, C> context) {
        super.init(context);
        cells = context.getStateStore(cellsName);
        looking = context.schedule(PERIOD, PunctuationType.WALL_CLOCK_TIME, now -> expire(Instant.ofEpochMilli(now)));
    }

    @Override
    public void process(Record<byte[], Counted<E, C>> record) {
        // Time passes, whatever is counted.
    }

    private void expire(Instant now) {
        long today = now.truncatedTo(ChronoUnit.DAYS).toEpochMilli();
        long end = now.atZone(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .minus(kept)
                .toEpochSecond();
        for (String key : expired(end)) {
            cells.delete(key);
            context().forward(new Record<String, C>(key, null, today));
        }
    }

    /** Cells of an office stand in the order of time: from its first one on to the end, and then on to the next office. */
    private List<String> expired(long end) {
        List<String> expired = new ArrayList<>();
        String from = "";
        while (expired.size() < AT_ONCE) {
            String office = firstOfficeFrom(from);
            if (office == null) {
                break;
            }
            try (KeyValueIterator<String, C> old = cells.range(office + "/", office + "/" + end)) {
                while (old.hasNext() && expired.size() < AT_ONCE) {
                    String key = old.next().key;
                    if (!key.equals(office + "/" + end)) {
                        expired.add(key);
                    }
                }
            }
            // The character behind the slash: behind all cells of this office, and before those of any other.
            from = office + "0";
        }
        return expired;
    }

    private @Nullable String firstOfficeFrom(String from) {
        try (KeyValueIterator<String, C> rest = cells.range(from, null)) {
            return rest.hasNext() ? OfficePartitioner.officeOf(rest.peekNextKey()) : null;
        }
    }

    @Override
    public void close() {
        if (looking != null) {
            looking.cancel();
        }
    }
}
