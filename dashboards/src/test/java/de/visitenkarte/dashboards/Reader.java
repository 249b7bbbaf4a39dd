package de.visitenkarte.dashboards;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The database as Grafana's role sees it. */
final class Reader implements AutoCloseable {

    private final Connection connection;

    Reader(String url, String user, String password) throws SQLException {
        connection = DriverManager.getConnection(url, user, password);
    }

    /**
     * Returns what the query returns.
     *
     * @param sql with macros and variables expanded
     * @throws SQLException if the database refuses it
     */
    Result read(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return Result.of(rows);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
