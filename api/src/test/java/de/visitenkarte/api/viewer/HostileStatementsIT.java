package de.visitenkarte.api.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.api.viewer.HostileStage.Reader;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever can send any SQL as one of the readers learns nothing that is not theirs. */
@SuppressWarnings("NullAway.Init")
class HostileStatementsIT {

    @TempDir
    static Path directory;

    private static HostileStage stage;
    private static List<String> statements;

    @BeforeAll
    static void prepare() {
        stage = new HostileStage(directory);
        statements = HostileStatements.list(
                stage.list("SELECT 'dash.' || table_name || '.' || column_name FROM information_schema.columns"
                        + " WHERE table_schema = 'dash' ORDER BY 1"),
                stage.list(
                        "SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace"
                                + " WHERE relkind IN ('r', 'v') AND n.nspname !~ '^(pg_|information_schema|dash)' ORDER BY 1"),
                stage.list(
                        "SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace"
                                + " WHERE relkind IN ('r', 'v') AND n.nspname || '.' || c.relname"
                                + " ~ '^(pg_catalog|information_schema.(table|view|role_table|trigger))' ORDER BY 1"));
    }

    @Test
    void areManyForEachReader() {
        assertThat(statements).hasSizeGreaterThan(1_000).doesNotHaveDuplicates();
        for (Reader reader : Reader.values()) {
            assertThat(reader.forbidden())
                    .allSatisfy(mark -> assertThat(statements).noneMatch(sql -> sql.contains(mark)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void learnNothing(Reader reader) throws SQLException {
        assertThat(leaks(reader, statements)).isEmpty();
        // Some have changed their own role; that works from the next session on.
        assertThat(leaks(reader, statements.subList(0, 200))).isEmpty();
    }

    /** Otherwise a reader who sees nothing at all would pass, too. */
    @ParameterizedTest
    @EnumSource
    void learnWhatIsTheirs(Reader reader) throws SQLException {
        try (HostileSession session = stage.open(reader)) {
            String seen = session.send("SELECT * FROM dash.overview")
                    + session.send("SELECT * FROM dash.wait_figure")
                    + session.send("SELECT * FROM dash.authority");
            assertThat(reader.own()).allSatisfy(mark -> assertThat(seen).contains(mark));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"release.rating_figure", "release.wait_figure", "registry.authority"})
    void areSeenToLearnMoreWhereTheProtectionIsTakenAway(String table) throws SQLException {
        stage.run("ALTER TABLE " + table + " DISABLE ROW LEVEL SECURITY");
        try {
            assertThat(leaks(Reader.ALPHA, statements)).isNotEmpty();
        } finally {
            stage.run("ALTER TABLE " + table + " ENABLE ROW LEVEL SECURITY");
        }
    }

    /** Returns the first statement that brought something that it must not, and what; a few more may have, too. */
    private static List<String> leaks(Reader reader, List<String> statements) throws SQLException {
        try (HostileSession session = stage.open(reader)) {
            for (String sql : statements) {
                String seen = session.send(sql);
                List<String> leaks =
                        reader.forbidden().stream().filter(seen::contains).toList();
                if (!leaks.isEmpty()) {
                    return List.of(sql, leaks.toString());
                }
            }
        }
        return List.of();
    }
}
