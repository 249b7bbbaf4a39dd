package de.visitenkarte.api.accounting;

import java.util.List;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Forgets the cells, so that they are projected anew. */
public interface RebuildDao {

    @SqlUpdate("TRUNCATE cell.rating_cell, cell.wait_cell, cell.band_cell, account.source, account.rebuild")
    void truncateCells();

    @SqlUpdate("UPDATE cell.projected_offset SET next_offset = 0")
    void resetOffsets();

    /** Holds releases back until so many records of each partition are in the books again. */
    @SqlBatch("INSERT INTO account.rebuild (kind, partition, records) VALUES (:kind, :partition, :records)")
    void insertTargets(
            @Bind("kind") List<String> kinds,
            @Bind("partition") List<Integer> partitions,
            @Bind("records") List<Long> records);
}
