package de.visitenkarte.api.registry;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Reads the registry. */
public interface RegistryDao {

    /** Lists the devices, once for each of their tokens that has not ended, revoked ones too. */
    @SqlQuery("""
            SELECT encode(t.token_sha256, 'hex') AS token_hash,
                   t.first_used_at IS NOT NULL AS token_used,
                   t.ends_at AS token_ends_at,
                   d.revoked_at IS NOT NULL AS revoked,
                   u.issued_at AS current_token_issued_at,
                   d.rotation_asked_at,
                   d.device_id AS id,
                   d.name,
                   a.area_id,
                   a.name AS area_name,
                   o.office_id,
                   o.name AS office_name,
                   o.time_zone,
                   o.opening_hours,
                   au.authority_id,
                   au.name AS authority_name,
                   au.simulated
            FROM device.token t
            JOIN registry.device d USING (device_id)
            LEFT JOIN device.token_in_use u USING (device_id)
            JOIN registry.area a USING (area_id)
            JOIN registry.office o USING (office_id)
            JOIN registry.authority au USING (authority_id)
            WHERE t.ends_at IS NULL
               OR t.ends_at > :now
            """)
    @RegisterConstructorMapper(Device.class)
    List<Device> listDevices(@Bind("now") Instant now);

    @SqlQuery("""
            SELECT encode(i.token_sha256, 'hex') AS token_hash,
                   i.integration_id AS id,
                   i.authority_id,
                   (SELECT cells_from FROM retention.horizon) AS cells_from,
                   array_remove(array_agg(o.office_id ORDER BY o.office_id), NULL) AS office_ids,
                   array_remove(array_agg(o.time_zone ORDER BY o.office_id), NULL) AS time_zones
            FROM registry.integration i
            LEFT JOIN registry.office o USING (authority_id)
            GROUP BY i.integration_id
            """)
    @RegisterConstructorMapper(IntegrationRow.class)
    List<IntegrationRow> listIntegrations();

    @SqlQuery("""
            SELECT instrument_version,
                   published_on::timestamp AT TIME ZONE 'Europe/Berlin' AS published_at,
                   question_id,
                   highest_value
            FROM registry.instrument
            JOIN registry.question USING (instrument_version)
            """)
    @RegisterConstructorMapper(QuestionRow.class)
    List<QuestionRow> listQuestions();

    /** Returns from when on cells of quarter hours are kept. */
    @SqlQuery("SELECT cells_from FROM retention.horizon")
    Instant getCellsFrom();

    /** A queue system and the hash of its token in hexadecimal digits. */
    record IntegrationRow(
            String tokenHash,
            String id,
            String authorityId,
            Instant cellsFrom,
            List<String> officeIds,
            List<String> timeZones) {

        Integration integration() {
            return new Integration(
                    id,
                    authorityId,
                    IntStream.range(0, officeIds.size())
                            .boxed()
                            .collect(Collectors.toUnmodifiableMap(officeIds::get, i -> ZoneId.of(timeZones.get(i)))),
                    Registry.acceptsFrom(cellsFrom));
        }
    }

    /** One question of one instrument. */
    record QuestionRow(int instrumentVersion, Instant publishedAt, String questionId, int highestValue) {}
}
