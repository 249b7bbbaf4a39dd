package de.visitenkarte.bench.cluster;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The product's database, as its owner reaches it. */
public record Database(String url, String user, String password) {

    private static final String IMPATIENT = "?connectTimeout=2&socketTimeout=10";

    /**
     * Returns a new connection.
     *
     * @throws SQLException if PostgreSQL is away
     */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url + IMPATIENT, user, password);
    }
}
