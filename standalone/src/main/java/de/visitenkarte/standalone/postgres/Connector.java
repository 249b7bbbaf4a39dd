package de.visitenkarte.standalone.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The way to the server.
 *
 * @param password of the superuser and of the product's role: letters and digits only
 */
record Connector(int port, String password) {

    /** The product's role and database. */
    static final String ROLE = "visitenkarte";

    private static final String SUPERUSER = "postgres";
    private static final int CONNECT_SECONDS = 5;

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + ROLE;
    }

    /** Returns whether the server takes connections. */
    boolean answers() {
        try (Connection connection = connect(SUPERUSER)) {
            return connection.isValid(CONNECT_SECONDS);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** Creates the product's role and database where they are missing. */
    void createDatabase() throws SQLException {
        try (Connection connection = connect(SUPERUSER);
                Statement statement = connection.createStatement()) {
            if (isMissing(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + ROLE + "'")) {
                // As in production: owner of its database, no superuser, but migrations create the reader's role.
                statement.execute("CREATE ROLE " + ROLE + " LOGIN CREATEROLE PASSWORD '" + password + "'");
            }
            if (isMissing(statement, "SELECT 1 FROM pg_database WHERE datname = '" + ROLE + "'")) {
                statement.execute("CREATE DATABASE " + ROLE + " OWNER " + ROLE);
            }
        }
    }

    /** Runs statements in the product's database. */
    void prepare(String sql) throws SQLException {
        try (Connection connection = connect(ROLE);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String serverVersion() throws SQLException {
        try (Connection connection = connect(SUPERUSER)) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    private Connection connect(String database) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(SUPERUSER);
        source.setPassword(password);
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(2 * CONNECT_SECONDS);
        return source.getConnection();
    }
}
