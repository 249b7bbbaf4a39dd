package de.visitenkarte.bench.plain;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables and the two statements of the rival. */
final class PlainTables {

    /** Stores each rating once. */
    static final String INSERT = """
            INSERT INTO plain.rating
                (device_id, sequence_number, body_hash, office_id, area_id, bucket_start, overall, waiting)
            SELECT *
            FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::timestamptz[], ?::int[], ?::int[])
            ON CONFLICT DO NOTHING
            """;

    /** Stores each rating once and counts those that were new, in a fixed order so that no two can block each other. */
    static final String INSERT_AND_COUNT = """
            WITH added AS (
            """ + INSERT + """
                RETURNING office_id, area_id, bucket_start, overall
            )
            INSERT INTO plain.cell (office_id, area_id, bucket_start, n1, n2, n3, n4, n5)
            SELECT office_id, area_id, bucket_start,
                   count(*) FILTER (WHERE overall = 1), count(*) FILTER (WHERE overall = 2),
                   count(*) FILTER (WHERE overall = 3), count(*) FILTER (WHERE overall = 4),
                   count(*) FILTER (WHERE overall = 5)
            FROM added
            GROUP BY office_id, area_id, bucket_start
            ORDER BY office_id, area_id, bucket_start
            ON CONFLICT (office_id, area_id, bucket_start) DO UPDATE
            SET n1 = cell.n1 + excluded.n1,
                n2 = cell.n2 + excluded.n2,
                n3 = cell.n3 + excluded.n3,
                n4 = cell.n4 + excluded.n4,
                n5 = cell.n5 + excluded.n5
            """;

    private PlainTables() {}

    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE SCHEMA IF NOT EXISTS plain;
                    CREATE TABLE IF NOT EXISTS plain.rating (
                        device_id       text        NOT NULL,
                        sequence_number bigint      NOT NULL,
                        body_hash       bigint      NOT NULL,
                        office_id       text        NOT NULL,
                        area_id         text        NOT NULL,
                        bucket_start    timestamptz NOT NULL,
                        overall         int         NOT NULL,
                        waiting         int,
                        PRIMARY KEY (device_id, sequence_number)
                    );
                    CREATE INDEX IF NOT EXISTS rating_read ON plain.rating (office_id, bucket_start) INCLUDE (overall);
                    CREATE TABLE IF NOT EXISTS plain.cell (
                        office_id    text        NOT NULL,
                        area_id      text        NOT NULL,
                        bucket_start timestamptz NOT NULL,
                        n1 bigint NOT NULL, n2 bigint NOT NULL, n3 bigint NOT NULL, n4 bigint NOT NULL, n5 bigint NOT NULL,
                        PRIMARY KEY (office_id, bucket_start, area_id)
                    ) WITH (fillfactor = 80);
                    """);
        }
    }
}
