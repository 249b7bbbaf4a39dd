package de.visitenkarte.api.zms;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** What the reading of ZMS needs to outlive this process. */
public interface ZmsDao {

    /** Takes or prolongs the right to read a scope; empty if another instance has it. */
    @SqlQuery("""
            INSERT INTO feed.zms_scope (scope_id, polled_at, reader, lease_until)
            VALUES (:scopeId, NULL, :reader, :until)
            ON CONFLICT (scope_id) DO UPDATE
            SET reader = excluded.reader,
                lease_until = excluded.lease_until
            WHERE zms_scope.reader = excluded.reader
               OR zms_scope.lease_until < :now
            RETURNING polled_at
            """)
    @RegisterConstructorMapper(Lease.class)
    Optional<Lease> lease(
            @Bind("scopeId") String scopeId,
            @Bind("reader") UUID reader,
            @Bind("now") Instant now,
            @Bind("until") Instant until);

    /** Notes a look; 0 if another instance has taken over meanwhile. */
    @SqlUpdate("""
            UPDATE feed.zms_scope
            SET polled_at = :polledAt
            WHERE scope_id = :scopeId
              AND reader = :reader
            """)
    int looked(@Bind("scopeId") String scopeId, @Bind("reader") UUID reader, @Bind("polledAt") Instant polledAt);

    @SqlBatch("""
            INSERT INTO feed.outbox (integration_id, office_id, sequence_number, event)
            VALUES (:integrationId, :officeId, :sequenceNumber, :event)
            """)
    void insertOutbox(@BindMethods Collection<OutgoingVisit> visits);

    @SqlQuery("""
            SELECT integration_id, office_id, sequence_number, event
            FROM feed.outbox
            WHERE integration_id = :integrationId
            ORDER BY office_id, sequence_number
            LIMIT 500
            """)
    @RegisterConstructorMapper(OutgoingVisit.class)
    List<OutgoingVisit> listOutbox(@Bind("integrationId") String integrationId);

    @SqlBatch("""
            DELETE FROM feed.outbox
            WHERE integration_id = :integrationId
              AND office_id = :officeId
              AND sequence_number = :sequenceNumber
            """)
    void deleteOutbox(@BindMethods Collection<OutgoingVisit> visits);

    @SqlQuery("""
            SELECT EXISTS (SELECT FROM feed.zms_comparison WHERE office_id = :officeId AND day = :day)
            """)
    boolean isCompared(@Bind("officeId") String officeId, @Bind("day") LocalDate day);

    /** Lists the visits of one local day as they were counted here. */
    @SqlQuery("""
            SELECT with_appointment,
                   sum(visits)::bigint AS visits,
                   sum(wait_seconds_sum) / 60.0 / sum(visits) AS mean_minutes
            FROM cell.wait_cell
            WHERE office_id = :officeId
              AND bucket_start >= :from
              AND bucket_start < :to
              AND visits > 0
            GROUP BY with_appointment
            """)
    @RegisterConstructorMapper(DayMean.class)
    List<DayMean> listOwnMeans(@Bind("officeId") String officeId, @Bind("from") Instant from, @Bind("to") Instant to);

    @SqlBatch("""
            INSERT INTO feed.zms_comparison (office_id, day, with_appointment, own_visits, own_mean_minutes,
                zms_visits, zms_mean_minutes, compared_at)
            VALUES (:officeId, :day, :withAppointment, :ownVisits, :ownMeanMinutes,
                :zmsVisits, :zmsMeanMinutes, :comparedAt)
            ON CONFLICT DO NOTHING
            """)
    void insertComparisons(@BindMethods Collection<Comparison> comparisons);

    /** The right to read a scope, and when it was read last. */
    record Lease(@Nullable Instant polledAt) {}

    /** A visit on its way to the broker. */
    record OutgoingVisit(String integrationId, String officeId, long sequenceNumber, byte[] event) {}

    /** Visits of a day and their mean wait. */
    record DayMean(
            boolean withAppointment, long visits, @Nullable Double meanMinutes) {

        static DayMean none(boolean withAppointment) {
            return new DayMean(withAppointment, 0, null);
        }
    }

    /** One day of one office, here and there. */
    record Comparison(
            String officeId,
            LocalDate day,
            boolean withAppointment,
            long ownVisits,
            @Nullable Double ownMeanMinutes,
            long zmsVisits,
            @Nullable Double zmsMeanMinutes,
            Instant comparedAt) {}
}
