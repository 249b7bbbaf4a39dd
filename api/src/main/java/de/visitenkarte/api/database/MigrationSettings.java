package de.visitenkarte.api.database;

import io.dropwizard.db.DataSourceFactory;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Who owns the schema, and when it is brought up to date.
 *
 * @param user login of the owner; empty if the api's own login is the owner
 * @param password of that login
 * @param atStart whether every start does it; otherwise the command {@code migrate} does, and starts insist on it
 */
public record MigrationSettings(
        @NotNull String user, @NotNull String password, boolean atStart) {

    private static final int CONNECT_SECONDS = 5;

    /**
     * Makes sure that the schema is up to date.
     *
     * @param database where it is
     * @param api connections of the api's own login
     * @throws IllegalStateException if somebody has to migrate first
     * @throws RuntimeException if the database is away or refuses
     */
    public void prepare(DataSourceFactory database, DataSource api) {
        if (atStart) {
            Database.migrate(owner(database, api));
        } else if (!Database.isMigrated(api)) {
            throw new IllegalStateException("The schema is not up to date: run the command migrate first");
        }
    }

    /** Returns connections of the owner's, which are not pooled unless the owner is the api's own login. */
    public DataSource owner(DataSourceFactory database, DataSource api) {
        if (user.isEmpty()) {
            return api;
        }
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(Objects.requireNonNull(database.getUrl()));
        owner.setUser(user);
        owner.setPassword(password);
        owner.setApplicationName("visitenkarte-migration");
        owner.setConnectTimeout(CONNECT_SECONDS);
        owner.setTcpKeepAlive(true);
        return owner;
    }
}
