package de.visitenkarte.dashboards;

import de.visitenkarte.dashboards.Result.Column;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A result as Grafana hands it to a panel.
 *
 * @param fields the names under which settings find the columns
 * @param problems why Grafana would refuse it, or show it otherwise than meant
 * @see <a href="https://github.com/grafana/grafana/blob/main/pkg/tsdb/grafana-postgresql-datasource/sqleng/sql_engine.go">sql_engine.go</a>
 */
record Frame(List<String> fields, List<String> problems) {

    /** Other types arrive as texts, or, like date, as midnight in UTC, which is another hour in Germany. */
    private static final Set<String> TYPES =
            Set.of("int2", "int4", "int8", "float4", "float8", "numeric", "bool", "text", "varchar", "timestamptz");

    static Frame of(Result result, boolean series) {
        List<String> problems = new ArrayList<>();
        for (Column column : result.columns()) {
            if (!TYPES.contains(column.type())) {
                problems.add("column '" + column.name() + "' has the type " + column.type());
            }
        }
        long names = result.columns().stream().map(Column::name).distinct().count();
        if (names < result.columns().size()) {
            problems.add("two columns have the same name");
        }
        return series ? series(result, problems) : table(result, problems);
    }

    private static Frame table(Result result, List<String> problems) {
        return new Frame(result.columns().stream().map(Column::name).toList(), List.copyOf(problems));
    }

    /** The column {@code time} becomes the field {@code Time}; texts become labels and are no fields. */
    private static Frame series(Result result, List<String> problems) {
        List<Column> columns = result.columns();
        int time = columns.stream().map(Column::name).toList().indexOf("time");
        if (time < 0 || !columns.get(time).isTime()) {
            problems.add("a time series needs a column 'time' of the type timestamptz");
        } else {
            boolean long_ = columns.stream().anyMatch(Column::isText);
            checkOrder(result.values(time), long_, problems);
        }
        List<String> values = columns.stream()
                .filter(column -> !column.isText() && !column.name().equals("time"))
                .map(Column::name)
                .toList();
        if (values.isEmpty()) {
            problems.add("a time series needs a column of numbers");
        }
        List<String> fields = new ArrayList<>(values);
        fields.add("Time");
        return new Frame(List.copyOf(fields), List.copyOf(problems));
    }

    private static void checkOrder(List<@Nullable Object> times, boolean mayRepeat, List<String> problems) {
        @Nullable Timestamp last = null;
        for (Object value : times) {
            if (!(value instanceof Timestamp time)) {
                problems.add("a time is null");
                return;
            }
            int order = last == null ? -1 : last.compareTo(time);
            if (order > 0 || (order == 0 && !mayRepeat)) {
                problems.add("times do not ascend at " + time.toInstant());
                return;
            }
            last = time;
        }
    }
}
