package de.visitenkarte.api.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.visitenkarte.api.PostgresForTests;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The schema, and who may see what of it. */
@SuppressWarnings("NullAway.Init")
class MigrationIT {

    private static DataSource dataSource;
    private static Jdbi jdbi;

    @BeforeAll
    static void migrate() {
        PGSimpleDataSource empty = new PGSimpleDataSource();
        empty.setUrl(PostgresForTests.newDatabase());
        dataSource = empty;
        Database.migrate(dataSource);
        jdbi = Database.jdbi(dataSource);
    }

    @Test
    void makesAllSchemasFromNothing() {
        assertThat(list("SELECT schema_name FROM information_schema.schemata"))
                .contains("migration", "registry", "cell", "release", "dash");
    }

    @Test
    void doesNothingTheSecondTime() {
        List<String> before = list("SELECT version FROM migration.flyway_schema_history ORDER BY 1");
        assertThatCode(() -> Database.migrate(dataSource)).doesNotThrowAnyException();

        assertThat(list("SELECT version FROM migration.flyway_schema_history ORDER BY 1"))
                .isEqualTo(before)
                .isNotEmpty();
    }

    @Test
    void secondDatabaseOfTheSameServerCanBeMigratedToo() {
        PGSimpleDataSource second = new PGSimpleDataSource();
        second.setUrl(PostgresForTests.newDatabase());

        assertThatCode(() -> Database.migrate(second)).doesNotThrowAnyException();
    }

    @Test
    void keepsTheTokensOfTabletsThatWereThereBeforeTheyHadATable() {
        PGSimpleDataSource old = new PGSimpleDataSource();
        old.setUrl(PostgresForTests.newDatabase());
        Flyway.configure()
                .dataSource(old)
                .defaultSchema("migration")
                .createSchemas(true)
                .locations("classpath:db/migration")
                .target("11")
                .load()
                .migrate();
        Database.jdbi(old).useHandle(handle -> {
            handle.execute("INSERT INTO registry.authority VALUES ('a', 'A', 'city', 'pilot', NULL, NULL, true)");
            handle.execute("INSERT INTO registry.office VALUES ('o', 'a', 'O', 'Europe/Berlin', NULL)");
            handle.execute("INSERT INTO registry.area VALUES ('b', 'o', 'B', 3)");
            handle.execute("INSERT INTO registry.device VALUES ('d', 'b', sha256('token'))");
        });

        Database.migrate(old);

        List<String> devices = Database.jdbi(old)
                .withHandle(
                        handle -> handle.createQuery("""
                        SELECT concat_ws(' ', d.name, t.token_sha256 = sha256('token'), t.ends_at IS NULL)
                        FROM registry.device d
                        JOIN device.token t USING (device_id)
                        """).mapTo(String.class).list());
        assertThat(devices).containsExactly("d t t");
    }

    @Test
    void publishesTheFirstInstrument() {
        assertThat(list("SELECT concat_ws(' ', question_id, highest_value) FROM registry.question ORDER BY 1"))
                .containsExactly(
                        "clarity 3",
                        "done 3",
                        "friendly 3",
                        "language 3",
                        "nextSteps 3",
                        "overall 5",
                        "respect 3",
                        "waiting 5",
                        "welcome 3");
    }

    /** DESIGN, section 3: there is no desk, counter or clerk anywhere in the schema; only how many desks an area has. */
    @Test
    void knowsNoDeskCounterOrClerk() {
        assertThat(list("SELECT column_name FROM information_schema.columns"
                        + " WHERE table_schema IN ('registry', 'cell', 'release', 'feed', 'dash', 'device')"
                        + " AND column_name ~ 'desk|counter|clerk|ticket|agent|address'"))
                .containsOnly("desk_count");
    }

    @Test
    void readersMayReadTheViewsOfDashAndNothingElse() {
        String readable = """
                SELECT n.nspname || '.' || c.relname
                FROM pg_class c
                JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname NOT IN ('pg_catalog', 'information_schema')
                  AND c.relkind IN ('r', 'v', 'm', 'p', 'f', 'S')
                  AND (has_any_column_privilege('dash_reader', c.oid, 'SELECT, INSERT, UPDATE, REFERENCES')
                      OR has_table_privilege('dash_reader', c.oid, 'DELETE, TRUNCATE, TRIGGER'))
                ORDER BY 1
                """;
        assertThat(list(readable))
                .contains("dash.authority", "dash.feed", "dash.overview")
                .containsExactlyElementsOf(
                        list(
                                "SELECT 'dash.' || table_name FROM information_schema.tables WHERE table_schema = 'dash' ORDER BY 1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM dash.office",
                "INSERT INTO dash.authority (authority_id) VALUES ('x')",
                "CREATE TABLE dash.mine (i int)",
                "CREATE VIEW dash.mine AS SELECT 1",
                "TRUNCATE release.total",
                "SELECT access.viewer('dash_reader')",
            })
    void readersCanDoNothingElse(String sql) {
        assertThatThrownBy(() -> jdbi.useTransaction(handle -> {
                    handle.execute("SET LOCAL ROLE dash_reader");
                    handle.execute(sql);
                }))
                .hasMessageContaining("permission denied");
    }

    /** Otherwise it would run with the rights of whoever migrated, and be planned as its reader likes. */
    @Test
    void everyViewOfDashIsABarrierOfAnOwnerWithFewRights() {
        assertThat(list("SELECT relname FROM pg_class WHERE relnamespace = 'dash'::regnamespace AND relkind <> 'v'"))
                .isEmpty();
        assertThat(list("SELECT relname FROM pg_class WHERE relnamespace = 'dash'::regnamespace"
                        + " AND NOT (relowner = 'dash_owner'::regrole AND 'security_barrier=true' = ANY (reloptions))"))
                .isEmpty();
    }

    /** Whoever adds a view on another table adds policies to that table: see V14. */
    @Test
    void everyTableBelowDashForcesRowLevelSecurity() {
        String below = "SELECT oid::regclass::text FROM pg_class WHERE relkind IN ('r', 'p', 'm', 'f') AND oid > 16383"
                + " AND has_any_column_privilege('dash_owner', oid, 'SELECT') ORDER BY 1";

        assertThat(list(below)).contains("registry.authority", "release.rating_figure", "feed.office_state");
        assertThat(list(below))
                .containsExactlyElementsOf(list("SELECT oid::regclass::text FROM pg_class"
                        + " WHERE relrowsecurity AND relforcerowsecurity ORDER BY 1"));
    }

    @Test
    void writerWritesEverywhereButOwnsNothingAndOnlyAddsToTheAuditLog() {
        assertThat(list("SELECT relname FROM pg_class WHERE relowner = 'visitenkarte_writer'::regrole"))
                .isEmpty();
        assertThat(
                        list(
                                "SELECT nspname FROM pg_namespace WHERE has_schema_privilege('visitenkarte_writer', oid, 'CREATE')"))
                .isEmpty();
        assertThat(list("SELECT privilege_type FROM information_schema.table_privileges"
                        + " WHERE grantee = 'visitenkarte_writer' AND table_schema = 'audit'"))
                .containsOnly("SELECT", "INSERT");
        assertThat(list("SELECT oid::regclass::text FROM pg_class WHERE relkind = 'r'"
                        + " AND relnamespace::regnamespace::text IN ('registry', 'cell', 'release', 'feed', 'account')"
                        + " AND NOT has_table_privilege('visitenkarte_writer', oid, 'UPDATE')"))
                .isEmpty();
    }

    /** A later migration that replaces a view takes its barrier away, and a new view belongs to whoever made it. */
    @Test
    void rightsAreBroughtAboutAnewAfterEveryMigration() {
        jdbi.useHandle(handle -> {
            handle.execute("CREATE VIEW dash.later AS SELECT name FROM registry.authority");
            handle.execute("CREATE TABLE cell.later (i int)");
            handle.execute("CREATE OR REPLACE VIEW dash.office AS SELECT office_id, authority_id, name || '' AS name,"
                    + " time_zone || '' AS time_zone FROM registry.office");
        });
        Database.migrate(dataSource);

        everyViewOfDashIsABarrierOfAnOwnerWithFewRights();
        assertThat(list("SELECT has_table_privilege('visitenkarte_writer', 'cell.later', 'DELETE')::text"))
                .containsExactly("true");
        jdbi.useHandle(handle -> handle.execute("DROP VIEW dash.later; DROP TABLE cell.later"));
    }

    private static List<String> list(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
