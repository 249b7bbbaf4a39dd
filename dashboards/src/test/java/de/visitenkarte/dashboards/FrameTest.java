package de.visitenkarte.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.dashboards.Result.Column;
import java.sql.Timestamp;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FrameTest {

    private static final Column TIME = new Column("time", "timestamptz");
    private static final Column VALUE = new Column("value", "float8");
    private static final Column LABEL = new Column("label", "text");

    @Test
    void renamesTheTimeOfASeries() {
        assertThat(fields(true, List.of(TIME, VALUE), List.of(row(at(1), 2.0))))
                .containsExactlyInAnyOrder("Time", "value");
    }

    @Test
    void keepsTheTimeOfATable() {
        assertThat(fields(false, List.of(TIME, VALUE), List.of())).containsExactly("time", "value");
    }

    @Test
    void makesLabelsOfTextsInASeries() {
        List<Column> columns = List.of(TIME, LABEL, VALUE);
        List<List<@Nullable Object>> rows = List.of(row(at(1), "a", 2.0), row(at(1), "b", 3.0));
        assertThat(fields(true, columns, rows)).doesNotContain("label");
        assertThat(problems(columns, rows)).isEmpty();
    }

    @Test
    void acceptsAnAscendingSeries() {
        assertThat(problems(List.of(TIME, VALUE), List.of(row(at(1), 2.0), row(at(2), 2.0))))
                .isEmpty();
    }

    @Test
    void refusesASeriesWithoutTime() {
        assertThat(problems(List.of(new Column("Time", "timestamptz"), VALUE), List.of()))
                .containsExactly("a time series needs a column 'time' of the type timestamptz");
    }

    @Test
    void refusesASeriesWithoutNumbers() {
        assertThat(problems(List.of(TIME, LABEL), List.of()))
                .containsExactly("a time series needs a column of numbers");
    }

    @Test
    void refusesTimesThatDescendOrRepeat() {
        assertThat(problems(List.of(TIME, VALUE), List.of(row(at(2), 1.0), row(at(1), 1.0))))
                .containsExactly("times do not ascend at 1970-01-01T00:00:01Z");
        assertThat(problems(List.of(TIME, VALUE), List.of(row(at(1), 1.0), row(at(1), 1.0))))
                .containsExactly("times do not ascend at 1970-01-01T00:00:01Z");
    }

    @Test
    void refusesATimeThatIsNull() {
        assertThat(problems(List.of(TIME, VALUE), List.of(Collections.nCopies(2, null))))
                .containsExactly("a time is null");
    }

    @Test
    void refusesADateBecauseItIsShownAsMidnightInUtc() {
        assertThat(problems(List.of(TIME, VALUE, new Column("Tag", "date")), List.of()))
                .containsExactly("column 'Tag' has the type date");
    }

    @Test
    void refusesTwoColumnsOfTheSameName() {
        assertThat(problems(List.of(TIME, VALUE, VALUE), List.of())).containsExactly("two columns have the same name");
    }

    private static List<String> problems(List<Column> columns, List<List<@Nullable Object>> rows) {
        return Frame.of(new Result(columns, rows), true).problems();
    }

    private static List<String> fields(boolean series, List<Column> columns, List<List<@Nullable Object>> rows) {
        return Frame.of(new Result(columns, rows), series).fields();
    }

    private static List<@Nullable Object> row(Object... values) {
        return List.of(values);
    }

    private static Timestamp at(int seconds) {
        return new Timestamp(seconds * 1000L);
    }
}
