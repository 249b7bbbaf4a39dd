package de.visitenkarte.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of defect that only the database reveals, planted once, is found; and nothing else. */
@ExtendWith(ProductExtension.class)
class LiveCheckIT {

    private static final String SERIES = "SELECT $__timeFrom()::timestamptz + n * interval '1 day' AS \"%s\","
            + " 0.5 AS \"Anteil positiv\", 0.4 AS \"Bereich von\", 0.6 AS \"Bereich bis\", n AS \"Antworten\""
            + " FROM generate_series(1, 3) AS s (n) ORDER BY n";

    private final Product product;

    LiveCheckIT(Product product) {
        this.product = product;
    }

    @Test
    void findsNothingWhereNothingIs() throws SQLException, IOException {
        assertThat(findings(Defects.healthy())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "SELECT nam FROM dash.authority                    | column \"nam\" does not exist",
                "SELECT name FROM registry.authority               | permission denied for schema registry",
                "SELECT name FROM dash.office WHERE $__since(name) | unknown macro __since",
                "SELECT name FROM dash.office WHERE name = '$authority' | write a variable as ${name:sqlstring}",
                "SELECT name FROM dash.office WHERE name = ${area:sqlstring} | there is no variable area",
                "SELECT name, kind, authority_id FROM dash.authority WHERE name = ${authority:sqlstring} | syntax error",
                "SELECT name, kind, authority_id FROM dash.authority WHERE false | returns no rows",
                "SELECT name, NULL AS kind, authority_id FROM dash.authority | has no value in 'kind' for any choice",
                "SELECT name, pilot_from AS kind, authority_id FROM dash.authority | column 'kind' has the type date",
                "SELECT name AS \"Name\", kind, authority_id FROM dash.authority | transformation renameByName names the field 'name'",
                "SELECT name, authority_id FROM dash.authority     | transformation excludeByName names the field 'kind'",
                "SELECT name, kind FROM dash.authority             | link names the field 'authority_id'",
            })
    void findsAPlantedDefectOfATable(String sql, String finding) throws SQLException, IOException {
        assertThat(findings(Defects.plantSql(2, sql))).anyMatch(each -> each.contains(finding));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"time\"              | \"Time\"               | a time series needs a column 'time'",
                "ORDER BY n            | ORDER BY n DESC        | times do not ascend",
                "n AS \"Antworten\"    | n::text AS \"Antworten\" | override names the field 'Antworten'",
                "n AS \"Antworten\"    | n AS \"Zahl\"          | stands without the number of answers",
                "\"Bereich von\"       | \"von\"                | fillBelowTo names the field 'Bereich von'",
                "\"Bereich bis\"       | \"bis\"                | stands without its interval",
            })
    void findsAPlantedDefectOfASeries(String old, String changed, String finding) throws SQLException, IOException {
        String sql = SERIES.formatted("time").replace(old, changed);
        assertThat(findings(Defects.plantSql(1, sql))).anyMatch(each -> each.contains(finding));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/panels/1/fieldConfig/overrides/2/matcher/options | \"time\" | override names the field 'time'",
                "/panels/1/fieldConfig/overrides/2/matcher | {\"id\":\"byType\",\"options\":\"time\"} | cannot be checked",
                "/panels/1/fieldConfig/overrides/2/matcher | {\"id\":\"byRegexp\",\"options\":\"/^X/\"} | matches no field",
                "/panels/1/fieldConfig/defaults/unit  | \"none\"            | needs the unit percentunit",
                "/panels/1/options                    | {\"xField\":\"Tag\"} | xField names the field 'Tag'",
                "/panels/0/options/reduceOptions/fields | \"/^Zahl$/\"      | reduceOptions matches no field",
                "/panels/2/options         | {\"sortBy\":[{\"displayName\":\"Name\"}]} | sortBy names the field 'Name'",
                "/panels/2/transformations/0/id       | \"merge\"           | transformation merge cannot be checked",
                "/templating/list/0/query             | \"SELECT name FROM dash.authority\" | needs __text and __value",
                "/templating/list/0/query | \"SELECT 1 AS __text, 2 AS __value WHERE false\" | has no values",
                "/templating/list/0/query             | \"SELECT\"          | needs __text and __value",
                "/annotations/list/0/target/rawSql    | \"SELECT name AS text FROM dash.office\" | needs the columns time and text",
                "/annotations/list/0/target/rawSql | \"SELECT now() AS time, '' AS text WHERE false\" | returns nothing for any choice",
            })
    void findsAPlantedDefectOfSettings(String pointer, String value, String finding) throws SQLException, IOException {
        assertThat(findings(Defects.plant(pointer, value))).anyMatch(each -> each.contains(finding));
    }

    private List<String> findings(Dashboard dashboard) throws SQLException, IOException {
        try (Reader reader = product.ministry()) {
            return LiveCheck.findings(dashboard, TimeRange.before(Instant.now(), Duration.ofDays(90)), reader);
        }
    }
}
