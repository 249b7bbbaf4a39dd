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

    /** Moves an offset on; 0 if it does not stand where the caller believes. */
    @SqlUpdate("""
            UPDATE cell.projected_offset
            SET next_offset = :next
            WHERE topic = :topic
              AND partition = :partition
              AND next_offset = :expected
            """)
    int moveOffset(
            @Bind("topic") String topic,
            @Bind("partition") int partition,
            @Bind("expected") long expected,
            @Bind("next") long next);

    @SqlBatch("""
            INSERT INTO cell.rating_cell (office_id, bucket_start, question_id, area_id, instrument_version, counts)
            VALUES (:officeId, :bucketStart, :questionId, :areaId, :instrumentVersion, :counts)
            ON CONFLICT (office_id, bucket_start, question_id, area_id, instrument_version) DO UPDATE
            SET counts = excluded.counts
            """)
    void upsertRatingCells(@BindMethods Collection<RatingCellRow> cells);

    @SqlBatch("""
            INSERT INTO cell.wait_cell
                (office_id, bucket_start, with_appointment, visits, wait_seconds_sum, histogram)
            VALUES (:officeId, :bucketStart, :withAppointment, :visits, :waitSecondsSum, :histogram)
            ON CONFLICT (office_id, bucket_start, with_appointment) DO UPDATE
            SET visits = excluded.visits,
                wait_seconds_sum = excluded.wait_seconds_sum,
                histogram = excluded.histogram
            """)
    void upsertWaitCells(@BindMethods Collection<WaitCellRow> cells);

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

    /** A cell of answers. */
    record RatingCellRow(
            String officeId,
            Instant bucketStart,
            String questionId,
            String areaId,
            int instrumentVersion,
            long[] counts) {}

    /** A cell of waits. */
    record WaitCellRow(
            String officeId,
            Instant bucketStart,
            boolean withAppointment,
            long visits,
            long waitSecondsSum,
            long[] histogram) {}
}
