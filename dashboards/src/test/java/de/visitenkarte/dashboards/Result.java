package de.visitenkarte.dashboards;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a query returned. A row's values stand in the order of the columns. */
record Result(List<Column> columns, List<List<@Nullable Object>> rows) {

    /**
     * A column.
     *
     * @param type PostgreSQL's name of the type, such as {@code float8}
     */
    record Column(String name, String type) {

        boolean isText() {
            return type.equals("text") || type.equals("varchar");
        }

        boolean isTime() {
            return type.equals("timestamptz");
        }
    }

    static Result of(ResultSet set) throws SQLException {
        ResultSetMetaData description = set.getMetaData();
        List<Column> columns = new ArrayList<>();
        for (int i = 1; i <= description.getColumnCount(); i++) {
            columns.add(new Column(description.getColumnLabel(i), description.getColumnTypeName(i)));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        while (set.next()) {
            List<@Nullable Object> row = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                row.add(set.getObject(i));
            }
            rows.add(Collections.unmodifiableList(row));
        }
        return new Result(List.copyOf(columns), List.copyOf(rows));
    }

    /** Returns the values of a column. */
    List<@Nullable Object> values(int column) {
        List<@Nullable Object> values = new ArrayList<>();
        rows.forEach(row -> values.add(row.get(column)));
        return values;
    }

    /** Returns the names of the columns that have a value in some row. */
    List<String> filled() {
        List<String> filled = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (values(i).stream().anyMatch(value -> value != null)) {
                filled.add(columns.get(i).name());
            }
        }
        return filled;
    }
}
