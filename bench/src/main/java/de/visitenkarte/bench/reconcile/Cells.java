package de.visitenkarte.bench.reconcile;

import de.visitenkarte.bench.cluster.Database;
import de.visitenkarte.bench.load.Figures;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** The private cells in PostgreSQL. */
final class Cells {

    private Cells() {}

    /** Returns all figures that are not 0, by their names in {@link Figures}. */
    static Map<String, Long> read(Database database) throws SQLException {
        Map<String, Long> figures = new HashMap<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            readAnswers(statement, figures);
            readWaits(statement, figures);
        }
        return figures;
    }

    private static void readAnswers(Statement statement, Map<String, Long> figures) throws SQLException {
        try (ResultSet rows = statement.executeQuery("""
                SELECT area_id, extract(epoch FROM bucket_start)::bigint, question_id, value, count
                FROM cell.rating_cell
                CROSS JOIN unnest(counts) WITH ORDINALITY AS answers (count, value)
                WHERE count > 0
                """)) {
            while (rows.next()) {
                String name = Figures.answer(rows.getString(1), rows.getLong(2), rows.getString(3), rows.getInt(4));
                figures.merge(name, rows.getLong(5), Long::sum);
            }
        }
    }

    private static void readWaits(Statement statement, Map<String, Long> figures) throws SQLException {
        try (ResultSet rows = statement.executeQuery("""
                SELECT office_id, extract(epoch FROM bucket_start)::bigint, with_appointment, visits, wait_seconds_sum
                FROM cell.wait_cell
                """)) {
            while (rows.next()) {
                String office = rows.getString(1);
                long bucket = rows.getLong(2);
                boolean withAppointment = rows.getBoolean(3);
                figures.put(Figures.visits(office, bucket, withAppointment), rows.getLong(4));
                figures.put(Figures.waitSeconds(office, bucket, withAppointment), rows.getLong(5));
            }
        }
        figures.values().removeIf(value -> value == 0);
    }
}
