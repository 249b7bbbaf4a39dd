package de.visitenkarte.streams.pace;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A store with the values of its most recently used keys before it, as objects: reading such a key again costs neither a
 * search in the record cache nor parsing. Every write goes to the store at once, so that a commit at any moment has it.
 *
 * <p>Make a new one whenever the processor is initialised: Kafka Streams initialises the same processor again when a task
 * comes back, and the store may then be older than what was seen before.
 *
 * @param <V> immutable
 */
public final class RecentValues<V> {

    private static final float LOAD_FACTOR = 0.75f;

    private final KeyValueStore<String, V> store;
    private final Map<String, V> recent;

    /** @param limit how many values are kept, at least 1 */
    public RecentValues(KeyValueStore<String, V> store, int limit) {
        this.store = store;
        this.recent = new LinkedHashMap<>(16, LOAD_FACTOR, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > limit;
            }
        };
    }

    /** Returns the value of a key; null if there is none. */
    public @Nullable V get(String key) {
        V known = recent.get(key);
        if (known != null) {
            return known;
        }
        V stored = store.get(key);
        if (stored != null) {
            recent.put(key, stored);
        }
        return stored;
    }

    /** Writes a value. */
    public void put(String key, V value) {
        store.put(key, value);
        recent.put(key, value);
    }
}
