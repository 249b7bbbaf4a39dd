package de.visitenkarte.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.visitenkarte.api.database.Database;
import de.visitenkarte.standalone.postgres.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** The logins of a production database, made by the statements that the compose file runs, and then migrated by the api. */
class DeploymentRolesIT {

    private static final Path STATEMENTS = Path.of("../deploy/postgres/roles.sql");
    private static final String PASSWORD = "of the test's";

    @TempDir
    static Path directory;

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void migrate() throws Exception {
        postgres = EmbeddedPostgres.start(directory);
        execute("postgres", "ALTER ROLE visitenkarte RENAME TO of_the_embedded_server");
        execute("postgres", "CREATE DATABASE production");
        execute("production", withoutPsql(Files.readAllLines(STATEMENTS)));
        PGSimpleDataSource api = new PGSimpleDataSource();
        api.setUrl(url("production"));
        api.setUser("visitenkarte");
        api.setPassword(PASSWORD);
        Database.migrate(api);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void letsGrafanaReadReleasedFigures() throws SQLException {
        try (Reader grafana = login("grafana")) {
            Result result = grafana.read("SELECT share_positive FROM dash.overview");
            assertThat(result.rows()).isEmpty();
        }
    }

    @Test
    void keepsGrafanaFromEverythingElse() throws SQLException {
        try (Reader grafana = login("grafana")) {
            assertRefused(grafana, "SELECT counts FROM cell.rating_cell");
            assertRefused(grafana, "SET ROLE visitenkarte");
            assertThat(grafana.read("SELECT has_database_privilege(current_database(), 'TEMPORARY')")
                            .rows())
                    .containsExactly(List.of(false));
            assertThat(grafana.read("SELECT has_table_privilege('dash.authority', 'DELETE')")
                            .rows())
                    .containsExactly(List.of(false));
        }
    }

    @Test
    void onlyReadsAndNotForLong() throws SQLException {
        try (Reader grafana = login("grafana")) {
            assertThat(grafana.read("SELECT current_setting('transaction_read_only')")
                            .rows())
                    .containsExactly(List.of("on"));
            assertThat(grafana.read("SELECT current_setting('statement_timeout')")
                            .rows())
                    .containsExactly(List.of("15s"));
        }
    }

    @Test
    void letsTheApiReadAsTheBoardDoes() throws SQLException {
        try (Connection api = DriverManager.getConnection(url("production"), "visitenkarte", PASSWORD);
                Statement statement = api.createStatement()) {
            assertThat(statement.execute("SET ROLE dash_reader")).isFalse();
            assertThat(statement.executeQuery("SELECT 1 FROM dash.overview").next())
                    .isFalse();
        }
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

    /** Does what psql would do with its own commands and variables. */
    private static String withoutPsql(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.startsWith("\\"))
                .collect(Collectors.joining("\n"))
                .replaceAll(":'[a-z_]+'", "'" + PASSWORD.replace("'", "''") + "'");
    }
}
