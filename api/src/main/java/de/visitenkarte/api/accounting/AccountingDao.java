package de.visitenkarte.api.accounting;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/**
 * The books, and what they are compared with. Sums end at 2^53 − 1: one number out of all bounds must not hide the others by
 * an overflow.
 */
public interface AccountingDao {

    /** Sums per office and kind; what names no office has an empty one. */
    @SqlQuery("""
            SELECT s.kind,
                   s.office_id,
                   coalesce(o.authority_id, max(s.authority_id)) AS authority_id,
                   least(sum(s.accepted), 9007199254740991)::bigint AS accepted,
                   least(sum(s.counted), 9007199254740991)::bigint AS counted,
                   least(sum(s.quarantined), 9007199254740991)::bigint AS quarantined,
                   least(sum(s.duplicates), 9007199254740991)::bigint AS duplicates,
                   least(sum(s.highest_sequence_number - s.sequence_numbers), 9007199254740991)::bigint AS missing,
                   max(s.changed_at) AS changed_at
            FROM account.source s
            LEFT JOIN registry.office o USING (office_id)
            GROUP BY s.kind, s.office_id, o.authority_id
            ORDER BY authority_id, s.office_id, s.kind
            """)
    @RegisterConstructorMapper(OfficeBooks.class)
    List<OfficeBooks> listOffices();

    /** Records in the books per partition of the source topics. */
    @SqlQuery("""
            SELECT kind, partition, least(sum(accepted + duplicates + replays), 9007199254740991)::bigint AS records
            FROM account.source
            GROUP BY kind, partition
            ORDER BY kind, partition
            """)
    @RegisterConstructorMapper(Records.class)
    List<Records> listRecords();

    /** Sources with gaps in their numbers, the largest first. */
    @SqlQuery("""
            SELECT kind, office_id, source_id, highest_sequence_number - sequence_numbers AS missing,
                   highest_sequence_number, changed_at
            FROM account.source
            WHERE highest_sequence_number > sequence_numbers
            ORDER BY missing DESC, kind, office_id, source_id
            LIMIT :limit
            """)
    @RegisterConstructorMapper(Gap.class)
    List<Gap> listGaps(@Bind("limit") int limit);

    /** Returns whether any authority's figures are invented, which every screen has to say. */
    @SqlQuery("SELECT EXISTS (SELECT FROM registry.authority WHERE simulated)")
    boolean isSimulated();

    /** Returns how many ratings the cells of an office hold, or held until they expired: every rating answers {@code overall}. */
    @SqlQuery("""
            SELECT least(coalesce(sum(number), 0)
                         + coalesce((SELECT people FROM account.expired e
                                     WHERE e.kind = 'rating' AND e.office_id = :officeId), 0),
                         9007199254740991)::bigint
            FROM cell.rating_cell
            CROSS JOIN unnest(counts) AS number
            WHERE office_id = :officeId
              AND question_id = 'overall'
            """)
    long sumRatings(@Bind("officeId") String officeId);

    /** Returns how many visits the cells of an office hold, or held until they expired. */
    @SqlQuery("""
            SELECT least(coalesce(sum(visits), 0)
                         + coalesce((SELECT people FROM account.expired e
                                     WHERE e.kind = 'visit' AND e.office_id = :officeId), 0),
                         9007199254740991)::bigint
            FROM cell.wait_cell
            WHERE office_id = :officeId
            """)
    long sumVisits(@Bind("officeId") String officeId);

    /**
     * The books of one office.
     *
     * @param kind {@code rating} or {@code visit}
     * @param missing numbers that its sources gave and never delivered so far
     * @param changedAt when an account of it changed last
     */
    record OfficeBooks(
            String kind,
            String officeId,
            String authorityId,
            long accepted,
            long counted,
            long quarantined,
            long duplicates,
            long missing,
            Instant changedAt) {

        /** Returns by how much the books contradict themselves. */
        long off() {
            return accepted - counted - quarantined;
        }
    }

    /** How many records of a partition are in the books. */
    record Records(String kind, int partition, long records) {}

    /** A source that gave numbers and did not deliver all. */
    record Gap(
            String kind,
            String officeId,
            String sourceId,
            long missing,
            long highestSequenceNumber,
            Instant changedAt) {}
}
