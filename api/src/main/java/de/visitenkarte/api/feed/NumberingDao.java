package de.visitenkarte.api.feed;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Numbers for visits of feeds that have none of their own. */
public interface NumberingDao {

    /** Makes the row that {@link #findLastNumber} locks. */
    @SqlUpdate("""
            INSERT INTO feed.numbering (integration_id, office_id, kind, last_number)
            VALUES (:integrationId, :officeId, :kind, 0)
            ON CONFLICT DO NOTHING
            """)
    void begin(
            @Bind("integrationId") String integrationId, @Bind("officeId") String officeId, @Bind("kind") String kind);

    /** Returns the last number given out and keeps others from giving out more until the transaction ends. */
    @SqlQuery("""
            SELECT last_number
            FROM feed.numbering
            WHERE integration_id = :integrationId
              AND office_id = :officeId
            FOR UPDATE
            """)
    Optional<Long> findLastNumber(@Bind("integrationId") String integrationId, @Bind("officeId") String officeId);

    @SqlUpdate("""
            UPDATE feed.numbering
            SET last_number = :lastNumber
            WHERE integration_id = :integrationId
              AND office_id = :officeId
            """)
    void moveTo(
            @Bind("integrationId") String integrationId,
            @Bind("officeId") String officeId,
            @Bind("lastNumber") long lastNumber);

    /** Returns what the integration calls the feed of an office; empty if it has no numbers from here. */
    @SqlQuery("""
            SELECT kind
            FROM feed.numbering
            WHERE integration_id = :integrationId
              AND office_id = :officeId
            """)
    Optional<String> findKind(@Bind("integrationId") String integrationId, @Bind("officeId") String officeId);

    /** Returns the highest number that arrived under this name, whoever gave it out; 0 if none did. */
    @SqlQuery("""
            SELECT coalesce(max(highest_sequence_number), 0)
            FROM account.source
            WHERE kind = 'visit'
              AND source_id = :integrationId
              AND office_id = :officeId
            """)
    long highestArrived(@Bind("integrationId") String integrationId, @Bind("officeId") String officeId);

    /** Lists the numbers of visits from files that are known already. */
    @SqlQuery("""
            SELECT body_hash, occurrence, sequence_number
            FROM feed.file_visit
            WHERE integration_id = :integrationId
              AND office_id = :officeId
              AND body_hash = ANY(:hashes)
            """)
    @RegisterConstructorMapper(NumberedVisit.class)
    List<NumberedVisit> listFileVisits(
            @Bind("integrationId") String integrationId,
            @Bind("officeId") String officeId,
            @Bind("hashes") long[] hashes);

    @SqlBatch("""
            INSERT INTO feed.file_visit (integration_id, office_id, body_hash, occurrence, sequence_number)
            VALUES (:integrationId, :officeId, :bodyHash, :occurrence, :sequenceNumber)
            """)
    void insertFileVisits(
            @Bind("integrationId") String integrationId,
            @Bind("officeId") String officeId,
            @Bind("bodyHash") List<Long> bodyHashes,
            @Bind("occurrence") List<Integer> occurrences,
            @Bind("sequenceNumber") List<Long> sequenceNumbers);

    /**
     * A visit from a file and its number.
     *
     * @param bodyHash of its content
     * @param occurrence 1, 2, … for visits that are alike
     */
    record NumberedVisit(long bodyHash, int occurrence, long sequenceNumber) {}
}
