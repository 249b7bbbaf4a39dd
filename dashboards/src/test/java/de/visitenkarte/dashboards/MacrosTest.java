package de.visitenkarte.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.visitenkarte.dashboards.Macros.MacroException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs and outputs are those of Grafana's own tests (macros_test.go) and of its manual of the PostgreSQL source. */
class MacrosTest {

    private final Macros macros =
            new Macros(new TimeRange(Instant.parse("2018-04-12T18:00:00Z"), Instant.parse("2018-04-12T18:05:00Z")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "select $__time(time_column)         | select time_column AS \"time\"",
                "select min($__time(time_column))    | select min(time_column AS \"time\")",
                "$__timeEpoch(c)                     | extract(epoch from c) as \"time\"",
                "WHERE $__timeFilter(time_column)    | WHERE time_column BETWEEN '2018-04-12T18:00:00Z' AND '2018-04-12T18:05:00Z'",
                "select $__timeFrom()                | select '2018-04-12T18:00:00Z'",
                "select $__timeTo()                  | select '2018-04-12T18:05:00Z'",
                "$__timeGroup(time_column,'5m')      | floor(extract(epoch from time_column)/300)*300",
                "$__timeGroup(time_column , '5m')    | floor(extract(epoch from time_column)/300)*300",
                "$__timeGroup(time_column,'20ms')    | floor(extract(epoch from time_column)/0.02)*0.02",
                "$__timeGroup(c,'5m'), value         | floor(extract(epoch from c)/300)*300 AS \"time\", value",
                "$__timeGroup(c,'5m') as time, value | floor(extract(epoch from c)/300)*300 as time, value",
                "$__timeGroupAlias(c,'5m')           | floor(extract(epoch from c)/300)*300 AS \"time\"",
                "$__unixEpochFilter(time)            | time >= 1523556000 AND time <= 1523556300",
                "$__unixEpochGroup(a+b,'5m')         | floor((a+b)/300)*300",
                "$__unixEpochGroupAlias(a+b,'5m')    | floor((a+b)/300)*300 AS \"time\"",
                "$__unixEpochFrom() $__unixEpochTo() | 1523556000 1523556300",
            })
    void expandsAsGrafanaDoes(String sql, String expanded) {
        assertThat(macros.expand(sql)).isEqualTo(expanded);
    }

    @Test
    void writesFractionsOfSecondsAsGoDoes() {
        TimeRange range = new TimeRange(Instant.parse("1960-02-01T07:00:00.500Z"), Instant.EPOCH);
        assertThat(new Macros(range).expand("$__timeFrom()")).isEqualTo("'1960-02-01T07:00:00.5Z'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$__timeFilter(date_trunc('day', ts))",
                "$__since(ts)",
                "$__timeFilter()",
                "$__timeGroup(ts)",
                "$__timeGroup(ts, 'day')",
                "$__timeFrom",
            })
    void refusesWhatGrafanaCannotExpandAsMeant(String sql) {
        assertThatThrownBy(() -> macros.expand(sql)).isInstanceOf(MacroException.class);
    }
}
