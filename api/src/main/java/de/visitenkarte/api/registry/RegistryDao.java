package de.visitenkarte.api.registry;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Reads the registry. */
public interface RegistryDao {

    @SqlQuery("""
            SELECT encode(d.token_sha256, 'hex') AS token_hash,
                   d.device_id AS id,
                   a.area_id,
                   a.name AS area_name,
                   o.office_id,
                   o.name AS office_name,
                   au.authority_id,
                   au.name AS authority_name,
                   au.simulated
            FROM registry.device d
            JOIN registry.area a USING (area_id)
            JOIN registry.office o USING (office_id)
            JOIN registry.authority au USING (authority_id)
            """)
    @RegisterConstructorMapper(DeviceRow.class)
    List<DeviceRow> listDevices();

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

    /** A device and the hash of its token in hexadecimal digits. */
    record DeviceRow(String tokenHash, @Nested Device device) {}

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
