package de.visitenkarte.api.accounting;

import java.util.Map;

/** Tells how many records the broker has acknowledged. */
@FunctionalInterface
public interface AcknowledgedRecords {

    /**
     * Returns the number of records per partition, ever.
     *
     * @throws Exception if the broker is away
     */
    Map<SourcePartition, Long> countRecords() throws Exception;
}
