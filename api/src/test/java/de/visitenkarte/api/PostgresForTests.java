package de.visitenkarte.api;

import de.visitenkarte.api.database.Database;
import de.visitenkarte.api.database.RoleScript;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** One real PostgreSQL for all tests of this module, with an empty database for each that asks. */
public final class PostgresForTests {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();
    private static final String ROLES = new RoleScript("owner", "api", "board").sql();

    private PostgresForTests() {}

    /** Returns the JDBC URL of a new, empty database. */
    public static String newDatabase() {
        return create("template1");
    }

    /** Returns access to a new, migrated database, as one who sees all of {@code dash}. */
    public static DataSource newMigratedDatabase() {
        return access(create(Migrated.NAME));
    }

    /** Returns the JDBC URL of a new, empty database with the roles of production. */
    public static String newDatabaseWithRoles() {
        String url = newDatabase();
        execute(login(url, "postgres"), ROLES);
        return url;
    }

    /** The same, migrated by the login that owns the schema in production. */
    public static String newMigratedDatabaseWithRoles() {
        String url = create(MigratedWithRoles.NAME);
        // What a database itself allows is not copied.
        execute(login(url, "postgres"), ROLES);
        return url;
    }

    /** Returns access to a database as one of its logins; this server asks for no passwords. */
    public static DataSource login(String url, String user) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        dataSource.setUser(user);
        return dataSource;
    }

    private static String create(String template) {
        String name = "test" + DATABASES.incrementAndGet();
        execute(SERVER.getPostgresDatabase(), "CREATE DATABASE " + name + " TEMPLATE " + template);
        return SERVER.getJdbcUrl("postgres", name);
    }

    /** Runs statements, also several at once. */
    public static void execute(DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DataSource access(String url) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        return dataSource;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Migrated once, copied for each test that asks. */
    private static final class Migrated {

        static final String NAME = migrate();

        /** Tests look at {@code dash} as the superuser, who is no viewer in production. */
        private static final String SUPERUSER_SEES_ALL = """
                DO $$
                DECLARE
                    guarded regclass;
                BEGIN
                    FOR guarded IN SELECT DISTINCT polrelid FROM pg_policy LOOP
                        EXECUTE format('CREATE POLICY tests ON %s FOR SELECT TO dash_owner USING (current_user = %L)',
                            guarded, current_user);
                    END LOOP;
                END
                $$
                """;

        private static String migrate() {
            String url = newDatabase();
            DataSource superuser = access(url);
            Database.migrate(superuser);
            execute(superuser, SUPERUSER_SEES_ALL);
            return nameOf(url);
        }
    }

    /** The same with the roles of production. */
    private static final class MigratedWithRoles {

        static final String NAME = migrate();

        private static String migrate() {
            String url = newDatabaseWithRoles();
            Database.migrate(login(url, "visitenkarte"));
            return nameOf(url);
        }
    }

    private static String nameOf(String url) {
        return url.substring(url.lastIndexOf('/') + 1).replaceAll("\\?.*", "");
    }
}
