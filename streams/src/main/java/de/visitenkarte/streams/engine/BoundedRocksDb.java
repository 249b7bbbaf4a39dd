package de.visitenkarte.streams.engine;

import de.visitenkarte.events.Topics;
import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;

/** Makes a store use the shared memory. Kafka Streams creates it by its name. */
public final class BoundedRocksDb implements RocksDBConfigSetter {

    private static final long WRITE_BUFFER_BYTES = 2 * 1024 * 1024;
    private static final int WRITE_BUFFERS = 2;

    /**
     * What a write buffer takes at its first write. RocksDB's own eighth of the buffer, times some fifty stores, was nearly
     * all that there is: RocksDB flushed for every little, and held up the writes.
     */
    private static final long ARENA_BYTES = 32 * 1024;

    /** What was deleted is still in the files until they are written anew. RocksDB may leave that for ever. */
    private static final long REWRITE_SECONDS = Topics.DELETION_LAG.toSeconds();

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        if (!(configs.get(RocksDbMemory.PROPERTY) instanceof RocksDbMemory memory)) {
            throw new IllegalArgumentException("The property " + RocksDbMemory.PROPERTY + " is missing");
        }
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(memory.cache());
        table.setCacheIndexAndFilterBlocks(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(memory.writeBuffers());
        options.setWriteBufferSize(WRITE_BUFFER_BYTES);
        options.setArenaBlockSize(ARENA_BYTES);
        options.setMaxWriteBufferNumber(WRITE_BUFFERS);
        options.setPeriodicCompactionSeconds(REWRITE_SECONDS);
    }

    @Override
    public void close(String storeName, Options options) {
        // The memory belongs to the engine.
    }
}
