package de.visitenkarte.api.registry;

import de.visitenkarte.api.registry.RegistryFile.AreaEntry;
import de.visitenkarte.api.registry.RegistryFile.AuthorityEntry;
import de.visitenkarte.api.registry.RegistryFile.OfficeEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Writes the registry. */
public interface RegistryUpserts {

    @SqlUpdate("""
            INSERT INTO registry.authority (authority_id, name, kind, pilot_role, pilot_from, pilot_to, simulated)
            VALUES (:id, :name, :kind, :pilotRole, :pilotFrom, :pilotTo, :simulated)
            ON CONFLICT (authority_id) DO UPDATE
            SET name = excluded.name,
                kind = excluded.kind,
                pilot_role = excluded.pilot_role,
                pilot_from = excluded.pilot_from,
                pilot_to = excluded.pilot_to,
                simulated = excluded.simulated
            """)
    void upsertAuthority(@BindMethods AuthorityEntry authority, @Bind("simulated") boolean simulated);

    @SqlUpdate("""
            INSERT INTO registry.office (office_id, authority_id, name, time_zone, opening_hours)
            VALUES (:id, :authorityId, :name, :timeZone, :openingHours)
            ON CONFLICT (office_id) DO UPDATE
            SET authority_id = excluded.authority_id,
                name = excluded.name,
                time_zone = excluded.time_zone,
                opening_hours = excluded.opening_hours
            """)
    void upsertOffice(@BindMethods OfficeEntry office, @Bind("authorityId") String authorityId);

    @SqlUpdate("""
            INSERT INTO registry.area (area_id, office_id, name, desk_count)
            VALUES (:id, :officeId, :name, :desks)
            ON CONFLICT (area_id) DO UPDATE
            SET office_id = excluded.office_id,
                name = excluded.name,
                desk_count = excluded.desk_count
            """)
    void upsertArea(@BindMethods AreaEntry area, @Bind("officeId") String officeId);

    @SqlUpdate("""
            INSERT INTO registry.device (device_id, area_id, name)
            VALUES (:id, :areaId, :id)
            ON CONFLICT (device_id) DO UPDATE
            SET area_id = excluded.area_id
            """)
    void upsertDevice(@Bind("id") String id, @Bind("areaId") String areaId);

    /** Finds the device that has or had a token. */
    @SqlQuery("SELECT device_id FROM device.token WHERE token_sha256 = :tokenHash")
    Optional<String> findTokenOwner(@Bind("tokenHash") byte[] tokenHash);

    @SqlUpdate("""
            UPDATE device.token
            SET ends_at = now()
            WHERE device_id = :id
              AND (ends_at IS NULL OR ends_at > now())
            """)
    void endTokens(@Bind("id") String id);

    @SqlUpdate("""
            INSERT INTO device.token (token_sha256, device_id, issued_at)
            VALUES (:tokenHash, :id, now())
            """)
    void insertToken(@Bind("id") String id, @Bind("tokenHash") byte[] tokenHash);

    @SqlUpdate("""
            INSERT INTO registry.integration (integration_id, authority_id, token_sha256)
            VALUES (:id, :authorityId, :tokenHash)
            ON CONFLICT (integration_id) DO UPDATE
            SET authority_id = excluded.authority_id,
                token_sha256 = excluded.token_sha256
            """)
    void upsertIntegration(
            @Bind("id") String id, @Bind("authorityId") String authorityId, @Bind("tokenHash") byte[] tokenHash);

    /** Returns the office of each area that there is. */
    @SqlQuery("SELECT area_id, office_id FROM registry.area")
    @KeyColumn("area_id")
    @ValueColumn("office_id")
    Map<String, String> mapAreas();

    /** Returns the office of each device that there is. */
    @SqlQuery("SELECT d.device_id, a.office_id FROM registry.device d JOIN registry.area a USING (area_id)")
    @KeyColumn("device_id")
    @ValueColumn("office_id")
    Map<String, String> mapDevices();

    /** Lists which office counts towards which authority and group. */
    @SqlQuery("""
            SELECT concat_ws(' ', o.office_id, o.authority_id, a.pilot_role, o.time_zone)
            FROM registry.office o
            JOIN registry.authority a USING (authority_id)
            ORDER BY 1
            """)
    List<String> listMembership();
}
