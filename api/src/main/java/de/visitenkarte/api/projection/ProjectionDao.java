package de.visitenkarte.api.projection;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Cells, and how far they have been read. */
public interface ProjectionDao {

    @SqlBatch("""
            INSERT INTO cell.projected_offset (topic, partition, next_offset)
            VALUES (:topic, :partition, :nextOffset)
            ON CONFLICT DO NOTHING
            """)
    void insertOffsets(@BindMethods Collection<ProjectedOffset> offsets);

    @SqlQuery("SELECT topic, partition, next_offset FROM cell.projected_offset ORDER BY topic, partition")
    @RegisterConstructorMapper(ProjectedOffset.class)
    List<ProjectedOffset> listOffsets();

    /**
     * Moves offsets on, one array per column, of the same length; returns how many stood where the caller believes, and were
     * moved.
     */
    @SqlUpdate("""
            UPDATE cell.projected_offset p
            SET next_offset = moved.next_offset
            FROM unnest(:topics, :partitions, :expected, :next) AS moved (topic, partition, expected, next_offset)
            WHERE p.topic = moved.topic
              AND p.partition = moved.partition
              AND p.next_offset = moved.expected
            """)
    int moveOffsets(
            @Bind("topics") String[] topics,
            @Bind("partitions") int[] partitions,
            @Bind("expected") long[] expected,
            @Bind("next") long[] next);

    /** Returns from when on cells are kept, which stays so until the transaction ends. */
    @SqlQuery("SELECT cells_from FROM retention.horizon FOR SHARE")
    Instant getCellsFrom();

    /** Writes cells of answers; one array per column, of the same length. A cell that says the same stays untouched. */
    @SqlUpdate("""
            INSERT INTO cell.rating_cell (office_id, bucket_start, question_id, area_id, instrument_version, counts)
            SELECT office_id, to_timestamp(bucket_start), question_id, area_id, instrument_version, counts::bigint[]
            FROM unnest(:officeIds, :bucketStarts, :questionIds, :areaIds, :instrumentVersions, :counts)
                AS c (office_id, bucket_start, question_id, area_id, instrument_version, counts)
            ON CONFLICT (office_id, bucket_start, question_id, area_id, instrument_version) DO UPDATE
            SET counts = excluded.counts
            WHERE rating_cell.counts <> excluded.counts
            """)
    void upsertRatingCells(
            @Bind("officeIds") String[] officeIds,
            @Bind("bucketStarts") long[] bucketStarts,
            @Bind("questionIds") String[] questionIds,
            @Bind("areaIds") String[] areaIds,
            @Bind("instrumentVersions") int[] instrumentVersions,
            @Bind("counts") String[] counts);

    /** Writes cells of waits, likewise. */
    @SqlUpdate("""
            INSERT INTO cell.wait_cell
                (office_id, bucket_start, with_appointment, visits, wait_seconds_sum, histogram,
                 lead_days_sum, lead_histogram)
            SELECT office_id, to_timestamp(bucket_start), with_appointment::boolean, visits, wait_seconds_sum,
                   histogram::bigint[], lead_days_sum, lead_histogram::bigint[]
            FROM unnest(:officeIds, :bucketStarts, :withAppointment, :visits, :waitSecondsSums, :histograms,
                        :leadDaysSums, :leadHistograms)
                AS c (office_id, bucket_start, with_appointment, visits, wait_seconds_sum, histogram,
                      lead_days_sum, lead_histogram)
            ON CONFLICT (office_id, bucket_start, with_appointment) DO UPDATE
            SET visits = excluded.visits,
                wait_seconds_sum = excluded.wait_seconds_sum,
                histogram = excluded.histogram,
                lead_days_sum = excluded.lead_days_sum,
                lead_histogram = excluded.lead_histogram
            WHERE (wait_cell.visits, wait_cell.histogram, wait_cell.lead_histogram)
                  <> (excluded.visits, excluded.histogram, excluded.lead_histogram)
            """)
    void upsertWaitCells(
            @Bind("officeIds") String[] officeIds,
            @Bind("bucketStarts") long[] bucketStarts,
            @Bind("withAppointment") String[] withAppointment,
            @Bind("visits") long[] visits,
            @Bind("waitSecondsSums") long[] waitSecondsSums,
            @Bind("histograms") String[] histograms,
            @Bind("leadDaysSums") long[] leadDaysSums,
            @Bind("leadHistograms") String[] leadHistograms);

    /** Deletes all cells of bands. */
    @SqlUpdate("""
            DELETE FROM cell.band_cell
            USING unnest(:officeIds, :hourStarts, :waitBands) AS c (office_id, hour_start, wait_band)
            WHERE band_cell.office_id = c.office_id
              AND band_cell.hour_start = to_timestamp(c.hour_start)
              AND band_cell.wait_band = c.wait_band
            """)
    void deleteBandCells(
            @Bind("officeIds") String[] officeIds,
            @Bind("hourStarts") long[] hourStarts,
            @Bind("waitBands") String[] waitBands);

    /** Writes cells of bands that have none. */
    @SqlUpdate("""
            INSERT INTO cell.band_cell (office_id, hour_start, wait_band, question_id, counts)
            SELECT office_id, to_timestamp(hour_start), wait_band, question_id, counts::bigint[]
            FROM unnest(:officeIds, :hourStarts, :waitBands, :questionIds, :counts)
                AS c (office_id, hour_start, wait_band, question_id, counts)
            """)
    void insertBandCells(
            @Bind("officeIds") String[] officeIds,
            @Bind("hourStarts") long[] hourStarts,
            @Bind("waitBands") String[] waitBands,
            @Bind("questionIds") String[] questionIds,
            @Bind("counts") String[] counts);

    /** Writes accounts. */
    @SqlBatch("""
            INSERT INTO account.source
                (kind, partition, office_id, source_id, authority_id, accepted, counted, quarantined, duplicates, replays,
                 sequence_numbers, highest_sequence_number, changed_at)
            VALUES (:kind, :partition, :officeId, :sourceId, :authorityId, :accepted, :counted, :quarantined, :duplicates,
                :replays, :sequenceNumbers, :highestSequenceNumber, now())
            ON CONFLICT (kind, partition, office_id, source_id) DO UPDATE
            SET authority_id = excluded.authority_id,
                accepted = excluded.accepted,
                counted = excluded.counted,
                quarantined = excluded.quarantined,
                duplicates = excluded.duplicates,
                replays = excluded.replays,
                sequence_numbers = excluded.sequence_numbers,
                highest_sequence_number = excluded.highest_sequence_number,
                changed_at = excluded.changed_at
            """)
    void upsertAccounts(@BindMethods Collection<AccountRow> accounts);

    /** Leaves the local days of these buckets to the release. */
    @SqlUpdate("""
            INSERT INTO release.changed_day (office_id, day)
            SELECT DISTINCT c.office_id,
                   (to_timestamp(c.bucket_start) AT TIME ZONE coalesce(o.time_zone, 'Europe/Berlin'))::date
            FROM unnest(:officeIds::text[], :bucketStarts::bigint[]) AS c (office_id, bucket_start)
            LEFT JOIN registry.office o USING (office_id)
            ORDER BY 1, 2
            ON CONFLICT (office_id, day) DO UPDATE
            SET version = changed_day.version + 1
            """)
    void markDaysChanged(@Bind("officeIds") String[] officeIds, @Bind("bucketStarts") long[] bucketStarts);

    /** The first record of a partition that has not been projected. */
    record ProjectedOffset(String topic, int partition, long nextOffset) {}

    /** An account. */
    record AccountRow(
            String kind,
            int partition,
            String officeId,
            String sourceId,
            String authorityId,
            long accepted,
            long counted,
            long quarantined,
            long duplicates,
            long replays,
            long sequenceNumbers,
            long highestSequenceNumber) {}
}
