package de.visitenkarte.api.release;

import de.visitenkarte.api.gate.Block;
import de.visitenkarte.api.gate.Grid;
import de.visitenkarte.api.gate.Period;
import de.visitenkarte.api.gate.Sums;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.customizer.FetchSize;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Cells, the leaves that they add up to, and the blocks that were released of them. All of it is private.
 *
 * <p>{@code OFFSET 0} keeps PostgreSQL from reading a whole table instead of a few of its rows for each of a few offices, which
 * it does while it has no statistics yet.
 */
public interface LeafDao {

    /** Lists the cells of several days; one array per column, of the same length, with times in seconds since 1970. */
    @SqlQuery("""
            SELECT d.position - 1 AS day, c.question_id, c.counts
            FROM unnest(:officeIds, :from, :to) WITH ORDINALITY AS d (office_id, starts_at, ends_at, position)
            CROSS JOIN LATERAL (SELECT question_id, counts
                                FROM cell.rating_cell
                                WHERE office_id = d.office_id
                                  AND bucket_start >= to_timestamp(d.starts_at)
                                  AND bucket_start < to_timestamp(d.ends_at)
                                OFFSET 0) AS c
            """)
    @RegisterConstructorMapper(RatingSum.class)
    List<RatingSum> listRatingSums(
            @Bind("officeIds") String[] officeIds, @Bind("from") long[] from, @Bind("to") long[] to);

    /** Lists cells of waits, likewise. */
    @SqlQuery("""
            SELECT d.position - 1 AS day, c.bucket_start, c.with_appointment, c.histogram, c.lead_histogram
            FROM unnest(:officeIds, :from, :to) WITH ORDINALITY AS d (office_id, starts_at, ends_at, position)
            CROSS JOIN LATERAL (SELECT bucket_start, with_appointment, histogram, lead_histogram
                                FROM cell.wait_cell
                                WHERE office_id = d.office_id
                                  AND bucket_start >= to_timestamp(d.starts_at)
                                  AND bucket_start < to_timestamp(d.ends_at)
                                OFFSET 0) AS c
            """)
    @RegisterConstructorMapper(WaitSum.class)
    List<WaitSum> listWaitSums(@Bind("officeIds") String[] officeIds, @Bind("from") long[] from, @Bind("to") long[] to);

    @SqlQuery("SELECT question_id, max(highest_value) AS highest_value FROM registry.question GROUP BY question_id")
    @KeyColumn("question_id")
    @ValueColumn("highest_value")
    Map<String, Integer> mapHighestValues();

    /** Lists what is known of several days, likewise. */
    @SqlQuery("""
            SELECT d.position - 1 AS position, l.*
            FROM unnest(:officeIds, :days::date[]) WITH ORDINALITY AS d (office_id, day, position)
            JOIN release.leaf l USING (office_id, day)
            """)
    @RegisterConstructorMapper(KnownLeaf.class)
    List<KnownLeaf> listLeaves(@Bind("officeIds") String[] officeIds, @Bind("days") String[] days);

    /**
     * Writes leaves; one array per column, of the same length. Times are in seconds since 1970, numbers as PostgreSQL writes an
     * array; those of both kinds have the same length.
     */
    @SqlUpdate("""
            INSERT INTO release.leaf (office_id, day, measure, subject, starts_at, counted, released)
            SELECT office_id, day::date, measure, subject, to_timestamp(starts_at), counted::bigint[], released::bigint[]
            FROM unnest(:officeIds, :days, :measures, :subjects, :startsAt, :counted, :released)
                AS l (office_id, day, measure, subject, starts_at, counted, released)
            ON CONFLICT (office_id, day, measure, subject, starts_at) DO UPDATE
            SET counted = excluded.counted,
                released = excluded.released
            """)
    void upsertLeaves(
            @Bind("officeIds") String[] officeIds,
            @Bind("days") String[] days,
            @Bind("measures") String[] measures,
            @Bind("subjects") String[] subjects,
            @Bind("startsAt") long[] startsAt,
            @Bind("counted") String[] counted,
            @Bind("released") String[] released);

    /** Lists leaves of which something waits, of each office from a day on. */
    @SqlQuery("""
            SELECT l.*
            FROM unnest(:officeIds, :since::date[]) AS o (office_id, since)
            CROSS JOIN LATERAL (SELECT *
                                FROM release.leaf
                                WHERE office_id = o.office_id
                                  AND day >= o.since
                                  AND counted <> released
                                OFFSET 0) AS l
            """)
    @RegisterConstructorMapper(LeafRow.class)
    List<LeafRow> listWaiting(@Bind("officeIds") String[] officeIds, @Bind("since") String[] since);

    /** Lists the offices of which something waits, from a day on. */
    @SqlQuery("""
            SELECT o.office_id, o.authority_id, a.pilot_role, o.time_zone
            FROM registry.office o
            JOIN registry.authority a USING (authority_id)
            WHERE EXISTS (SELECT
                          FROM release.leaf l
                          WHERE l.office_id = o.office_id
                            AND l.day >= :since
                            AND l.counted <> l.released)
            ORDER BY o.office_id
            """)
    @RegisterConstructorMapper(Office.class)
    List<Office> listOfficesWaiting(@Bind("since") LocalDate since);

    /** Returns the hour at which it was last looked what may join what, since time has passed. */
    @SqlQuery("SELECT swept_until FROM release.sweep")
    Optional<Instant> findSweptUntil();

    @SqlUpdate("""
            INSERT INTO release.sweep (swept_until)
            VALUES (:hour)
            ON CONFLICT (only_one) DO UPDATE
            SET swept_until = excluded.swept_until
            """)
    void saveSweptUntil(@Bind("hour") Instant hour);

    @SqlBatch("""
            INSERT INTO release.block (office_id, measure, subject, span, starts_at, day, numbers, released_at)
            VALUES (:officeId, :measure, :subject, :span, :startsAt, :day, :numbers, :releasedAt)
            """)
    void insertBlocks(@BindMethods Collection<BlockRow> blocks);

    /** Lists all blocks that were ever released, of offices that are in the registry. */
    @SqlQuery("""
            SELECT o.office_id, o.authority_id, a.pilot_role, o.time_zone,
                   b.measure, b.subject, b.span, b.starts_at, b.day, b.numbers, b.released_at
            FROM release.block b
            JOIN registry.office o USING (office_id)
            JOIN registry.authority a USING (authority_id)
            """)
    @RegisterConstructorMapper(KnownBlock.class)
    @FetchSize(1000)
    ResultIterable<KnownBlock> listBlocks();

    /**
     * Counts of one cell.
     *
     * @param day which of the days that were asked for, from 0
     */
    record RatingSum(int day, String questionId, long[] counts) {}

    /** Histograms of one cell, likewise; the one of lead times is empty if no visit has one. */
    record WaitSum(int day, Instant bucketStart, boolean withAppointment, long[] histogram, long[] leadHistogram) {}

    /**
     * A leaf as it is stored.
     *
     * @param counted what the cells say
     * @param released how much of that is in blocks
     */
    record LeafRow(
            String officeId,
            LocalDate day,
            String measure,
            String subject,
            Instant startsAt,
            long[] counted,
            long[] released) {

        /** Fills both numbers up to the same length, so that the database can compare them. */
        static LeafRow of(Leaf leaf, long[] counted, long[] released) {
            int length = Math.max(counted.length, released.length);
            Series series = leaf.series();
            return new LeafRow(
                    series.officeId(),
                    leaf.period().start(),
                    series.measure().label(),
                    series.subject(),
                    leaf.period().startsAt(),
                    Arrays.copyOf(counted, length),
                    Arrays.copyOf(released, length));
        }

        LeafRow release(long[] part) {
            return new LeafRow(officeId, day, measure, subject, startsAt, counted, Sums.plus(released, part));
        }

        Leaf leaf(Grid grid) {
            FigureKey.Kind kind = FigureKey.Kind.valueOf(measure.toUpperCase(Locale.ROOT));
            Period period = kind == FigureKey.Kind.WAIT ? Period.hourOf(startsAt, grid.zone()) : grid.day(day);
            return new Leaf(new Series(kind, officeId, subject), period);
        }
    }

    /** A leaf of one of the days that were asked for, counted from 0. */
    record KnownLeaf(int position, @Nested LeafRow row) {}

    /** A block as it is stored. */
    record BlockRow(
            String officeId,
            String measure,
            String subject,
            String span,
            Instant startsAt,
            LocalDate day,
            long[] numbers,
            Instant releasedAt) {

        static BlockRow of(Series series, Block block, Instant now) {
            return new BlockRow(
                    series.officeId(),
                    series.measure().label(),
                    series.subject(),
                    block.span().kind().label(),
                    block.span().startsAt(),
                    block.span().start(),
                    block.numbers(),
                    now);
        }

        Series series() {
            return new Series(FigureKey.Kind.valueOf(measure.toUpperCase(Locale.ROOT)), officeId, subject);
        }

        Period period(Grid grid) {
            Period.Kind kind = Period.Kind.valueOf(span.toUpperCase(Locale.ROOT));
            return kind == Period.Kind.HOUR ? Period.hourOf(startsAt, grid.zone()) : grid.widen(grid.day(day), kind);
        }
    }

    /** A block together with its office. */
    record KnownBlock(@Nested Office office, @Nested BlockRow row) {}
}
