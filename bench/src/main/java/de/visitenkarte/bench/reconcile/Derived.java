package de.visitenkarte.bench.reconcile;

import de.visitenkarte.bench.cluster.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What follows from the cells: the books, and the answers that are attributed to wait bands. */
final class Derived {

    /** Accepted is counted or in quarantine, for each source; and what is counted is in the cells. */
    private static final String BOOKS = """
            SELECT format('books of %s %s/%s: accepted %s, counted %s, quarantined %s',
                          kind, office_id, source_id, accepted, counted, quarantined)
            FROM account.source
            WHERE accepted <> counted + quarantined
            UNION ALL
            SELECT format('%s: %s counted in the books, %s in the cells', kind, booked, in_cells)
            FROM (SELECT kind,
                         sum(counted) AS booked,
                         CASE kind
                             WHEN 'rating' THEN (SELECT coalesce(sum(count), 0)
                                                 FROM cell.rating_cell CROSS JOIN unnest(counts) AS count
                                                 WHERE question_id = 'overall')
                             ELSE (SELECT coalesce(sum(visits), 0) FROM cell.wait_cell)
                         END AS in_cells
                  FROM account.source
                  GROUP BY kind) AS sums
            WHERE booked <> in_cells
            """;

    /** Each answer of a quarter hour with visits is in exactly one band of its hour, and no other is in any. */
    private static final String BANDS = """
            WITH wanted AS (
                SELECT office_id, date_trunc('hour', bucket_start) AS hour_start, question_id, value, sum(count) AS answers
                FROM cell.rating_cell CROSS JOIN unnest(counts) WITH ORDINALITY AS answers (count, value)
                WHERE count > 0
                  AND EXISTS (SELECT FROM cell.wait_cell w
                              WHERE w.office_id = rating_cell.office_id
                                AND w.bucket_start = rating_cell.bucket_start)
                GROUP BY 1, 2, 3, 4
            ), attributed AS (
                SELECT office_id, hour_start, question_id, value, sum(count) AS answers
                FROM cell.band_cell CROSS JOIN unnest(counts) WITH ORDINALITY AS answers (count, value)
                WHERE count <> 0
                GROUP BY 1, 2, 3, 4
            )
            SELECT format('bands of %s %s %s=%s: %s answers with a wait, %s attributed',
                          office_id, hour_start, question_id, value, coalesce(w.answers, 0), coalesce(a.answers, 0))
            FROM wanted w
            FULL JOIN attributed a USING (office_id, hour_start, question_id, value)
            WHERE coalesce(w.answers, 0) <> coalesce(a.answers, 0)
            """;

    private Derived() {}

    /** Returns what does not follow; empty if all does. */
    static List<String> contradictions(Database database) throws SQLException {
        List<String> contradictions = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String query : List.of(BOOKS, BANDS)) {
                try (ResultSet rows = statement.executeQuery(query)) {
                    while (rows.next()) {
                        contradictions.add(rows.getString(1));
                    }
                }
            }
        }
        return contradictions;
    }
}
