package de.visitenkarte.api.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/** How this application speaks with PostgreSQL. */
public final class Database {

    private Database() {}

    /** Returns access to a database with everything the DAOs need. */
    public static Jdbi jdbi(DataSource dataSource) {
        return Jdbi.create(dataSource).installPlugin(new SqlObjectPlugin()).installPlugin(new PostgresPlugin());
    }

    /**
     * Brings the schema and everybody's rights up to date. Does nothing if they are.
     *
     * @param owner logs in as the owner of the schema
     * @throws RuntimeException if the database is away or refuses
     */
    public static void migrate(DataSource owner) {
        flyway(owner).migrate();
    }

    /**
     * Returns whether all migrations have been run.
     *
     * @throws RuntimeException if the database is away, or nothing has been run yet
     */
    static boolean isMigrated(DataSource api) {
        return flyway(api).info().pending().length == 0;
    }

    private static Flyway flyway(DataSource dataSource) {
        return Flyway.configure()
                .dataSource(dataSource)
                .defaultSchema("migration")
                .createSchemas(true)
                .locations("classpath:db/migration")
                .load();
    }
}
