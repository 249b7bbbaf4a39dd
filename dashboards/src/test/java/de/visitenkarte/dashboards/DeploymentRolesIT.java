package de.visitenkarte.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.visitenkarte.api.database.Database;
import de.visitenkarte.api.database.RoleScript;
import de.visitenkarte.standalone.postgres.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** The logins of a production database, made by the statements that the compose file runs, and then migrated by its owner. */
class DeploymentRolesIT {

    private static final String PASSWORD = "of the test's";

    @TempDir
    static Path directory;

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void migrate() throws Exception {
        postgres = EmbeddedPostgres.start(directory);
        execute("postgres", "ALTER ROLE visitenkarte RENAME TO of_the_embedded_server");
        execute("postgres", "CREATE DATABASE production");
        execute("production", new RoleScript(PASSWORD, PASSWORD, PASSWORD).sql());
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(url("production"));
        owner.setUser(RoleScript.OWNER);
        owner.setPassword(PASSWORD);
        Database.migrate(owner);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void canBeMadeAgain() throws SQLException {
        execute("production", new RoleScript(PASSWORD, PASSWORD, PASSWORD).sql());
        try (Reader board = login(RoleScript.BOARD)) {
            assertThat(board.read("SELECT 1").rows()).hasSize(1);
        }
    }

    @Test
    void apiReadsAndWritesButOwnsNothing() throws SQLException {
        try (Reader api = login(RoleScript.API)) {
            assertThat(api.read("SELECT count(*) FROM registry.authority").rows())
                    .containsExactly(List.of(0L));
            assertThat(api.read(
                                    "WITH new AS (INSERT INTO release.total VALUES ('x', '{1}') RETURNING 1) SELECT * FROM new")
                            .rows())
                    .hasSize(1);
            assertRefused(api, "SELECT * FROM dash.overview");
            assertRefused(api, "SELECT * FROM access.login");
            assertRefused(api, "UPDATE audit.entry SET actor = 'nobody'");
            assertRefused(api, "CREATE TABLE release.mine (i int)");
            assertRefused(api, "CREATE TEMPORARY TABLE mine (i int)");
            assertRefused(api, "CREATE SCHEMA mine");
            assertRefused(api, "SET ROLE visitenkarte");
        }
    }

    @Test
    void boardSeesDashAndNothingElseAndThereNobodysFigures() throws SQLException {
        try (Reader board = login(RoleScript.BOARD)) {
            assertThat(board.read("SELECT count(*) FROM dash.overview").rows()).containsExactly(List.of(0L));
            assertRefused(board, "SELECT counts FROM cell.rating_cell");
            assertRefused(board, "SELECT inner_key FROM access.seal");
            assertRefused(board, "SET ROLE visitenkarte_writer");
        }
    }

    @Test
    void grafanasLoginsAreAskedForTheirPasswords() throws Exception {
        Path files = directory.resolve("grafana");
        Map<String, String> variables = Map.of(
                "VISITENKARTE_DATABASE_URL",
                url("production"),
                "VISITENKARTE_DATABASE_USER",
                RoleScript.API,
                "VISITENKARTE_DATABASE_PASSWORD",
                PASSWORD,
                "VISITENKARTE_MIGRATION_USER",
                RoleScript.OWNER,
                "VISITENKARTE_MIGRATION_PASSWORD",
                PASSWORD,
                "VISITENKARTE_MIGRATE",
                "false");
        ApiCommand.run(variables, "grafana", "api.yaml", "--directory", files.toString());

        assertThatThrownBy(() -> login("production_grafana_1")).hasMessageContaining("password authentication failed");
        assertThat(files.resolve("passwords/production_grafana_1")).exists();
    }

    @Test
    void nobodyElseConnects() throws SQLException {
        execute("production", "CREATE ROLE somebody LOGIN PASSWORD '" + PASSWORD.replace("'", "''") + "'");
        assertThatThrownBy(() -> login("somebody")).hasMessageContaining("permission denied for database");
    }

    private static void assertRefused(Reader reader, String sql) {
        assertThatThrownBy(() -> reader.read(sql))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getSQLState()).isEqualTo("42501"));
    }

    private static Reader login(String role) throws SQLException {
        return new Reader(url("production"), role, PASSWORD);
    }

    private static void execute(String database, String sql) throws SQLException {
        try (Connection superuser = DriverManager.getConnection(url(database), "postgres", postgres.password());
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String url(String database) {
        return postgres.jdbcUrl().replaceAll("/[a-z]+$", "/" + database);
    }
}
