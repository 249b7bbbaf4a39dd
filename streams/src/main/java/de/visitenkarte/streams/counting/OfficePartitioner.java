package de.visitenkarte.streams.counting;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Sends a cell to the partition on which Kafka's default partitioner puts a record with the office as its key, so that
 * the events and the cells of one office have the same partition number.
 */
final class OfficePartitioner<C> implements StreamPartitioner<String, C> {

    @Override
    public Optional<Set<Integer>> partitions(String topic, String cellKey, C cell, int partitions) {
        return Optional.of(Set.of(partitionOf(officeOf(cellKey), partitions)));
    }

    /** Returns the office of a cell: the first part of its key. */
    static String officeOf(String cellKey) {
        return cellKey.substring(0, cellKey.indexOf('/'));
    }

    /** Returns the partition of an office among a topic's partitions. */
    static int partitionOf(String officeId, int partitions) {
        return Utils.toPositive(Utils.murmur2(officeId.getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
