package de.visitenkarte.streams.engine;

import io.dropwizard.util.DataSize;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;

/**
 * How Kafka is reached and how the topology runs on it. All values stand in {@code streams.yaml}.
 *
 * @param bootstrapServers Kafka's addresses, {@code host:port} with commas between them
 * @param replicationFactor of the topics that this application creates and of Kafka Streams' internal topics, 1…9; 3 in
 *     production, so that one broker may fail
 * @param stateDirectory holds the stores; keep it between restarts, and one for each instance: without it the stores are
 *     read again from their changelogs. Created if missing
 * @param threads stream threads of this instance, 1…64; all instances together need no more than there are partitions
 *     of both source topics
 * @param standbyReplicas copies of each store on other instances, 0…5; 1 makes the failure of an instance short where
 *     there are at least two
 * @param storeMemory upper limit of RocksDB's memory for all stores of the instance together, block cache and write
 *     buffers
 * @param recordCache upper limit of the cache in front of the stores, for all threads together; it saves writes where one
 *     cell changes often
 */
public record EngineSettings(
        @NotBlank String bootstrapServers,
        @Min(1) @Max(9) int replicationFactor,
        @NotNull Path stateDirectory,
        @Min(1) @Max(64) int threads,
        @Min(0) @Max(5) int standbyReplicas,
        @NotNull DataSize storeMemory,
        @NotNull DataSize recordCache) {

    /** Replicas that must have a write before it is acknowledged: a majority, so that no acknowledged write is lost. */
    int minInSyncReplicas() {
        return replicationFactor / 2 + 1;
    }
}
