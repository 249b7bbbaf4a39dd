package de.visitenkarte.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of defect, planted once, is found; and nothing else. */
class LintTest {

    private static final String OVERLAP = "panel 3 'Authorities' overlaps panel 1 'Data of ${authority:text}'";

    @Test
    void findsNothingWhereNothingIs() {
        assertThat(findings(Defects.healthy())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/schemaVersion                 | 36                | schemaVersion is not 42",
                "/uid                           | \"other\"         | uid is not visitenkarte",
                "/id                            | 7                 | has an id",
                "/__inputs                      | []                | has inputs",
                "/editable                      | true              | is editable",
                "/title                         | \" \"             | has no title",
                "/description                   | ~~                | has no description",
                "/timezone                      | \"browser\"       | timezone is not Europe/Berlin",
                "/weekStart                     | \"sunday\"        | weekStart is not monday",
                "/panels/1/id                   | 1                 | two panels have the same id",
                "/panels/0/gridPos/y            | 20                | has no panel at the top that tells",
                "/panels/1/gridPos/w            | ~~                | panel 2 'Trend' does not stand on the grid",
                "/panels/1/gridPos/x            | 13                | panel 2 'Trend' does not stand on the grid",
                "/panels/1/type                 | \"piechart\"      | has the type piechart",
                "/panels/1/title                | ~~                | has no title",
                "/panels/1/description          | ~~                | has no description",
                "/panels/1/repeat               | \"authority\"     | repeats without repeatDirection h",
                "/panels/1/targets              | []                | has no query",
                "/panels/1/datasource/uid       | \"other\"         | has another data source",
                "/panels/1/targets/0/datasource | ~~                | has a query to another data source",
                "/panels/1/targets/0/rawQuery   | false             | has a query that is not rawQuery",
                "/panels/1/targets/0/format     | \"table\"         | has a query in the wrong format",
                "/panels/1/targets/0/format     | \"series\"        | has the format 'series'",
                "/panels/1/targets/0/refId      | \"${DS_PG}\"      | has an input instead of a data source",
                "/panels/1/fieldConfig/defaults/noValue | ~~        | has no text for no value",
                "/panels/1/fieldConfig/defaults/unit    | \"percnt\" | has no known unit",
                "/panels/1/fieldConfig/overrides/1/properties/0/id    | \"unnit\"  | overrides the unknown property unnit",
                "/panels/1/fieldConfig/overrides/1/properties/0/value | \"lokale\" | overrides with the unknown unit lokale",
                "/templating/list/0/type        | \"custom\"        | is not filled by a query to our data source",
                "/templating/list/0/refresh     | 1                 | does not reload when the time changes",
                "/templating/list/0/label       | ~~                | has no label",
                "/templating/list/0/allValue    | \".*\"            | has a value of its own for all",
                "/templating/list/0/query       | \"SELECT 1 FROM registry.device\" | reads from registry.device",
                "/annotations/list/0/target/rawSql | \"SELECT $__since()\" | unknown macro __since",
                "/links/0/url                   | \"/d/other\"      | leads to no dashboard of ours",
                "/links/0/url                   | \"/d/visitenkarte-healthy?var-office=a\" | sets the variable office",
                "/panels/2/title                | \"${office:text}\" | names the unknown variable office",
            })
    void findsAPlantedDefect(String pointer, String value, String finding) {
        List<String> findings = findings(Defects.plant(pointer, value == null ? "" : value));
        assertThat(findings).isNotEmpty().anyMatch(each -> each.contains(finding));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "SELECT 1 FROM cell.rating_cell              | reads from cell.rating_cell",
                "SELECT 1 FROM dash.office JOIN release.total ON true | reads from release.total",
                "SELECT 1 FROM pg_user                       | reads from pg_user",
                "SELECT * FROM dash.office                   | does not list its columns",
                "SELECT o.* FROM dash.office o               | does not list its columns",
                "SELECT name FROM dash.office -- all         | has a comment",
                "SELECT $__timeGroup(t, '1w') FROM dash.office | groups by days of UTC",
                "SELECT $__timeFilter(date_trunc('day', t)) FROM dash.office | must not contain parentheses",
                "~~                                          | has no SQL",
            })
    void findsAPlantedDefectOfSql(String sql, String finding) {
        assertThat(findings(Defects.plantSql(2, sql))).anyMatch(each -> each.contains(finding));
    }

    @Test
    void findsAnOverlap() {
        assertThat(findings(Defects.plant("/panels/2/gridPos/y", "3"))).anyMatch(each -> each.endsWith(OVERLAP));
    }

    @Test
    void findsTooManyPanels() {
        String panel = Defects.healthy().json().at("/panels/2").toString();
        String many = String.join(",", Collections.nCopies(13, panel));
        assertThat(findings(Defects.plant("/panels", "[" + many + "]")))
                .anyMatch(each -> each.contains("more than 12 panels"));
    }

    @Test
    void knowsNamedSubqueriesAndFunctions() {
        String sql = "WITH d AS (SELECT name FROM dash.office) SELECT extract(year FROM now()) FROM d, LATERAL now()";
        assertThat(findings(Defects.plantSql(2, sql))).isEmpty();
    }

    private static List<String> findings(Dashboard dashboard) {
        return Lint.findings(dashboard, List.of(dashboard));
    }
}
