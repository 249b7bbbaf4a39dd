package de.visitenkarte.bench.growth;

import de.visitenkarte.bench.reconcile.TopicReader;
import de.visitenkarte.events.Topics;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What stands in the topic of the rating cells, without understanding it.
 *
 * @param records written so far: what the projector has to upsert at most
 * @param cells different keys
 * @param bytes keys and last values together: the state
 */
record CellTopic(long records, long cells, long bytes) {

    static CellTopic read(String kafka) {
        AtomicLong records = new AtomicLong();
        Map<String, Integer> sizes = new HashMap<>();
        new TopicReader(kafka).read(Topics.RATING_CELL.name(), record -> {
            records.incrementAndGet();
            String key = new String(record.key(), StandardCharsets.UTF_8);
            sizes.put(key, record.key().length + record.value().length);
        });
        long bytes = sizes.values().stream().mapToLong(Integer::longValue).sum();
        return new CellTopic(records.get(), sizes.size(), bytes);
    }
}
