package de.visitenkarte.streams.engine;

import io.dropwizard.util.DataSize;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * The memory that all RocksDB stores of one engine share. Without it each store of each partition would take its own
 * defaults, 50 MB of cache and 48 MB of write buffers. Travels to {@link BoundedRocksDb} as a property, so that two
 * engines in one process do not meet.
 */
final class RocksDbMemory implements AutoCloseable {

    /** Name of the property that holds it. */
    static final String PROPERTY = "visitenkarte.rocksdb.memory";

    private final Cache cache;
    private final WriteBufferManager writeBuffers;

    RocksDbMemory(DataSize limit) {
        RocksDB.loadLibrary();
        cache = new LRUCache(limit.toBytes());
        // Write buffers are charged to the cache, so that the limit holds for both together.
        writeBuffers = new WriteBufferManager(limit.toBytes() / 2, cache);
    }

    Cache cache() {
        return cache;
    }

    WriteBufferManager writeBuffers() {
        return writeBuffers;
    }

    /** Only after the last store was closed. */
    @Override
    public void close() {
        writeBuffers.close();
        cache.close();
    }
}
