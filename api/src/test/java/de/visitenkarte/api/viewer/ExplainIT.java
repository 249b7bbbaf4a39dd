package de.visitenkarte.api.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.api.viewer.HostileStage.Reader;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody who guesses at figures of others and looks at the plan instead of the result. PostgreSQL compares plain columns before it
 * applies row-level security where that is cheaper, and shows what it never came to, and how many rows it expected.
 */
@SuppressWarnings("NullAway.Init")
class ExplainIT {

    /** Whether a row with such a key exists can be told from a plan; see ADR 20. */
    private static final String KEYS =
            "'scope_kind', 'scope_id', 'authority_id', 'office_id', 'period_kind', 'period_start', 'time',"
                    + " 'question_id', 'appointment', 'day'";

    private static final List<String> PLANNERS = List.of("", "SET enable_seqscan = off; ");

    @TempDir
    Path directory;

    @Test
    void tellsNothingAboutTheValuesOfOthers() throws SQLException {
        HostileStage stage = new HostileStage(directory);
        // To see that a column that is written down plainly would be found.
        stage.run("""
                CREATE VIEW dash.plain WITH (security_barrier) AS
                SELECT scope_kind, scope_id, answers FROM release.rating_figure WHERE superseded_at IS NULL;
                ALTER VIEW dash.plain OWNER TO dash_owner;
                GRANT SELECT ON dash.plain TO dash_reader;
                """);
        List<String> guesses = guesses(stage);
        assertThat(guesses).hasSizeGreaterThan(150);

        stage.run("VACUUM (FULL, ANALYZE)");
        Map<String, String> before = plans(stage, guesses);
        stage.runFile("other-figures.sql");
        stage.run("VACUUM (FULL, ANALYZE)");
        Map<String, String> after = plans(stage, guesses);

        after.entrySet().removeAll(before.entrySet());
        assertThat(after.keySet())
                .as("guesses whose plan shows whether they are right; write the column as x + 0 or x || '' (see V14)")
                .isNotEmpty()
                .allMatch(guess -> guess.contains("dash.plain"));
    }

    /** Whether Betastadt has a value at all, and whether it is what it is, for each column that is not part of a key. */
    private static List<String> guesses(HostileStage stage) {
        return stage.list("""
                SELECT concat('SELECT 1 FROM dash.', c.table_name, ' WHERE ', whose.condition, ' AND "', c.column_name, guess.text)
                FROM information_schema.columns c
                CROSS JOIN LATERAL (
                    SELECT CASE
                        WHEN c.table_name IN ('authority', 'office', 'measure') THEN 'authority_id = ''betastadt'''
                        WHEN c.table_name IN ('feed', 'zms_comparison') THEN 'office_id = ''betaoffice'''
                        ELSE 'scope_kind = ''authority'' AND scope_id = ''betastadt'''
                    END
                ) whose (condition)
                CROSS JOIN LATERAL (
                    SELECT '" IS NULL'
                    UNION ALL
                    SELECT '" = ''' || CASE c.udt_name
                        WHEN 'int8' THEN '222000222'
                        WHEN 'float8' THEN '0.222000222'
                        WHEN 'text' THEN CASE c.column_name
                            WHEN 'name' THEN 'Betaname'
                            WHEN 'title' THEN 'Betaname'
                            WHEN 'field' THEN 'processes'
                            WHEN 'office_name' THEN 'Betaoffice'
                            WHEN 'kind' THEN 'city'
                            WHEN 'pilot_role' THEN 'pilot'
                            WHEN 'time_zone' THEN 'Europe/Berlin'
                            ELSE 'released'
                        END
                        WHEN 'bool' THEN 'true'
                        ELSE '2222-02-22 12:00+00'
                    END || ''''
                ) guess (text)
                WHERE c.table_schema = 'dash'
                  AND c.column_name NOT IN (""" + KEYS + ") ORDER BY 1");
    }

    private static Map<String, String> plans(HostileStage stage, List<String> guesses) throws SQLException {
        Map<String, String> plans = new TreeMap<>();
        try (HostileSession session = stage.open(Reader.ALPHA)) {
            for (String planner : PLANNERS) {
                for (String guess : guesses) {
                    String explain = planner + "EXPLAIN (ANALYZE, TIMING OFF, SUMMARY OFF, BUFFERS OFF) " + guess;
                    // Costs are by the size of the whole table.
                    plans.put(explain, session.send(explain).replaceAll("cost=\\S+|width=\\d+", ""));
                }
            }
        }
        return plans;
    }
}
