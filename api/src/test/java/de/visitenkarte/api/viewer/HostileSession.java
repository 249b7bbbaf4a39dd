package de.visitenkarte.api.viewer;

import java.io.IOException;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** Somebody who sends whatever they like, and reads whatever comes back: values, notices and the text of errors. */
final class HostileSession implements AutoCloseable {

    private static final Pattern LEAVES_TRACES = Pattern.compile(
            "(?i)\\b(SET|SET_CONFIG|PREPARE|DECLARE|LISTEN|BEGIN|COMMIT|RESET|PG_ADVISORY\\w*|ROLE)\\b");

    private final DataSource login;
    private final List<String> greeting;
    private Connection connection;

    /** @param greeting what its pool sends at first */
    HostileSession(DataSource login, List<String> greeting) throws SQLException {
        this.login = login;
        this.greeting = greeting;
        this.connection = login.getConnection();
        greet();
    }

    /** Returns everything that came back, and leaves the session as it was. */
    String send(String sql) throws SQLException {
        StringBuilder seen = new StringBuilder();
        try {
            if (sql.startsWith("COPY ") && sql.contains("TO STDOUT")) {
                StringWriter copied = new StringWriter();
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, copied);
                seen.append(copied);
            } else {
                execute(sql, seen);
            }
        } catch (SQLException e) {
            seen.append("\nERROR ").append(e.getMessage());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        recover(sql);
        return seen.toString();
    }

    private void execute(String sql, StringBuilder seen) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try {
                boolean rows = statement.execute(sql);
                while (rows || statement.getUpdateCount() != -1) {
                    if (rows) {
                        read(statement.getResultSet(), seen);
                    }
                    rows = statement.getMoreResults();
                }
            } finally {
                for (SQLWarning notice = statement.getWarnings(); notice != null; notice = notice.getNextWarning()) {
                    seen.append("\nNOTICE ").append(notice.getMessage());
                }
            }
        }
    }

    private static void read(ResultSet rows, StringBuilder seen) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            seen.append('\n');
            for (int i = 1; i <= columns; i++) {
                seen.append(rows.getString(i)).append('\t');
            }
        }
    }

    private void recover(String sql) throws SQLException {
        if (connection.isClosed()) {
            // It was allowed to end itself.
            connection = login.getConnection();
            greet();
            return;
        }
        BaseConnection state = connection.unwrap(BaseConnection.class);
        try (Statement statement = connection.createStatement()) {
            if (state.getTransactionState() != TransactionState.IDLE) {
                statement.execute("ROLLBACK");
            }
            if (LEAVES_TRACES.matcher(sql).find()) {
                statement.execute("DISCARD ALL");
                greet();
            }
        }
    }

    private void greet() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : greeting) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
