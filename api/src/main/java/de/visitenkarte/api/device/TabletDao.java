package de.visitenkarte.api.device;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The tablets as their managers see and change them. */
public interface TabletDao {

    /**
     * Lists tablets, by office, area and name.
     *
     * @param authorityId null for all authorities
     * @param revokedSince those revoked before are left out
     */
    @SqlQuery("""
            SELECT d.device_id AS id,
                   d.name,
                   a.name AS area_name,
                   o.office_id,
                   o.name AS office_name,
                   o.time_zone,
                   o.opening_hours,
                   count(*) FILTER (WHERE d.revoked_at IS NULL) OVER (PARTITION BY o.office_id) AS tablets_in_office,
                   d.paired_at,
                   d.revoked_at,
                   t.issued_at AS token_issued_at,
                   d.rotation_asked_at,
                   r.rated_on,
                   h.heard_at,
                   h.app_version,
                   h.instrument_version,
                   h.queue_up_to,
                   h.oldest_rating_hours,
                   h.refused_up_to,
                   h.storage_persisted,
                   h.battery_percent,
                   h.charging,
                   h.clock_offset_seconds
            FROM registry.device d
            JOIN registry.area a USING (area_id)
            JOIN registry.office o USING (office_id)
            LEFT JOIN device.token_in_use t USING (device_id)
            LEFT JOIN device.heartbeat h USING (device_id)
            LEFT JOIN device.rating_day r USING (device_id)
            WHERE (CAST(:authorityId AS text) IS NULL OR o.authority_id = :authorityId)
              AND coalesce(d.revoked_at, 'infinity') >= :revokedSince
            ORDER BY o.name, o.office_id, a.name, d.name, d.device_id
            """)
    @RegisterConstructorMapper(TabletRow.class)
    List<TabletRow> listTablets(@Nullable String authorityId, Instant revokedSince);

    /** Returns how many visits of the local day have been counted, of each office that had one. */
    @SqlQuery("""
            SELECT o.office_id, sum(c.visits)::bigint AS visits
            FROM registry.office o
            JOIN cell.wait_cell c
              ON c.office_id = o.office_id
             AND c.bucket_start
                 >= date_trunc('day', CAST(:now AS timestamptz) AT TIME ZONE o.time_zone) AT TIME ZONE o.time_zone
             AND c.bucket_start <= :now
            GROUP BY o.office_id
            """)
    @KeyColumn("office_id")
    @ValueColumn("visits")
    Map<String, Long> mapVisitsOfToday(Instant now);

    @SqlQuery("""
            SELECT a.area_id, a.name AS area_name, o.name AS office_name
            FROM registry.area a
            JOIN registry.office o USING (office_id)
            WHERE o.authority_id = :authorityId
            ORDER BY o.name, o.office_id, a.name, a.area_id
            """)
    @RegisterConstructorMapper(AreaChoice.class)
    List<AreaChoice> listAreas(String authorityId);

    @SqlQuery("""
            SELECT EXISTS (SELECT
                           FROM registry.area a
                           JOIN registry.office o USING (office_id)
                           WHERE a.area_id = :areaId
                             AND o.authority_id = :authorityId)
            """)
    boolean isAreaOf(String areaId, String authorityId);

    /** Finds the state of a tablet of that authority, and lets nobody else change it before the end of the transaction. */
    @SqlQuery("""
            SELECT d.name, d.revoked_at
            FROM registry.device d
            JOIN registry.area a USING (area_id)
            JOIN registry.office o USING (office_id)
            WHERE d.device_id = :id
              AND o.authority_id = :authorityId
            FOR UPDATE OF d
            """)
    @RegisterConstructorMapper(Standing.class)
    Optional<Standing> lockTablet(String id, String authorityId);

    @SqlUpdate("""
            INSERT INTO registry.device (device_id, area_id, name, paired_at)
            VALUES (:id, :areaId, :name, :now)
            """)
    void insertDevice(String id, String areaId, String name, Instant now);

    @SqlUpdate("UPDATE registry.device SET name = :name WHERE device_id = :id")
    void rename(String id, String name);

    @SqlUpdate("UPDATE registry.device SET revoked_at = :now WHERE device_id = :id")
    void revoke(String id, Instant now);

    @SqlUpdate("UPDATE registry.device SET rotation_asked_at = :now WHERE device_id = :id")
    void askForRotation(String id, Instant now);

    /** What decides whether a tablet can be changed. */
    record Standing(String name, @Nullable Instant revokedAt) {}
}
