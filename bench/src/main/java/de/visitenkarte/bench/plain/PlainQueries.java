package de.visitenkarte.bench.plain;

import de.visitenkarte.standalone.postgres.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a dashboard waits for at so many stored ratings: one office over 90 days, and all offices over a year by month, from
 * the ratings themselves and from cells; and how long it takes to count all ratings into cells again.
 *
 * <p>Arguments: directory for the data, then the sizes. 600 offices, the ratings spread evenly over a year.
 */
public final class PlainQueries {

    private static final int RUNS = 5;

    private static final String REBUILD = """
            INSERT INTO plain.cell
            SELECT office_id, area_id, bucket_start,
                   count(*) FILTER (WHERE overall = 1), count(*) FILTER (WHERE overall = 2),
                   count(*) FILTER (WHERE overall = 3), count(*) FILTER (WHERE overall = 4),
                   count(*) FILTER (WHERE overall = 5)
            FROM plain.rating
            GROUP BY office_id, area_id, bucket_start
            """;

    private static final String OFFICE = " WHERE office_id = 'office-7' AND bucket_start >= timestamptz '2025-01-01'"
            + " AND bucket_start < timestamptz '2025-04-01' GROUP BY 1 ORDER BY 1";

    private static final String DAYS_OF_RATINGS =
            "SELECT bucket_start::date, count(*), count(*) FILTER (WHERE overall >= 4) FROM plain.rating" + OFFICE;

    private static final String DAYS_OF_CELLS =
            "SELECT bucket_start::date, sum(n1 + n2 + n3 + n4 + n5), sum(n4 + n5) FROM plain.cell" + OFFICE;

    private static final String MONTHS_OF_RATINGS = "SELECT office_id, date_trunc('month', bucket_start), count(*),"
            + " count(*) FILTER (WHERE overall >= 4) FROM plain.rating GROUP BY 1, 2";

    private static final String MONTHS_OF_CELLS = "SELECT office_id, date_trunc('month', bucket_start),"
            + " sum(n1 + n2 + n3 + n4 + n5), sum(n4 + n5) FROM plain.cell GROUP BY 1, 2";

    private PlainQueries() {}

    /** Runs what the arguments say and prints lines of a table in Markdown. */
    public static void main(String[] arguments) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(arguments[0]));
                Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password())) {
            PlainTables.create(connection);
            long stored = 0;
            for (String size : Arrays.copyOfRange(arguments, 1, arguments.length)) {
                long wanted = Long.parseLong(size);
                fill(connection, stored + 1, wanted);
                stored = wanted;
                measure(connection, stored);
            }
        }
    }

    private static void fill(Connection connection, long first, long last) throws SQLException {
        String insert = """
                INSERT INTO plain.rating
                SELECT 'device-' || i % 1500, i, i, 'office-' || i % 600, 'area-' || i % 600,
                       timestamptz '2025-01-01' + interval '15 min' * (i / 600 % 35040), 1 + i % 5, 3
                FROM generate_series(?::bigint, ?::bigint) AS i
                """;
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setLong(1, first);
            statement.setLong(2, last);
            statement.executeUpdate();
        }
    }

    private static void measure(Connection connection, long stored) throws SQLException {
        execute(connection, "TRUNCATE plain.cell");
        double rebuild = execute(connection, REBUILD);
        execute(connection, "VACUUM ANALYZE plain.rating, plain.cell");
        System.out.printf(
                Locale.ROOT,
                "| %,d ratings | office, 90 days: %.1f ms from ratings, %.1f ms from cells"
                        + " | all offices, 12 months: %.0f ms from ratings, %.0f ms from cells | cells counted anew in %.1f s |%n",
                stored,
                query(connection, DAYS_OF_RATINGS),
                query(connection, DAYS_OF_CELLS),
                query(connection, MONTHS_OF_RATINGS),
                query(connection, MONTHS_OF_CELLS),
                rebuild / 1e3);
    }

    private static double execute(Connection connection, String sql) throws SQLException {
        long began = System.nanoTime();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return (System.nanoTime() - began) / 1e6;
    }

    /** Returns the median in milliseconds; the first run fills the cache and is not counted. */
    private static double query(Connection connection, String sql) throws SQLException {
        double[] millis = new double[RUNS];
        for (int run = -1; run < RUNS; run++) {
            long began = System.nanoTime();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    rows.getLong(2 + (rows.getMetaData().getColumnCount() > 3 ? 1 : 0));
                }
            }
            if (run >= 0) {
                millis[run] = (System.nanoTime() - began) / 1e6;
            }
        }
        Arrays.sort(millis);
        return millis[RUNS / 2];
    }
}
