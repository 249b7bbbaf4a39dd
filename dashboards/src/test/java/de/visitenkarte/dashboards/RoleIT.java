package de.visitenkarte.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the logins can see that Grafana has for an authority and for the ministry; much more is tried in the api's tests. */
@ExtendWith(ProductExtension.class)
class RoleIT {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String AUTHORITIES = "SELECT count(DISTINCT authority_id) FROM dash.overview";
    private static final String SCOPES = "SELECT DISTINCT scope_kind FROM dash.overview ORDER BY 1";
    private static final String HOURS = "SELECT count(*) FROM dash.wait_figure WHERE period_kind = 'hour'";

    private final Product product;

    RoleIT(Product product) {
        this.product = product;
    }

    @Test
    void authoritySeesItselfAndItsOfficesDownToTheHour() throws SQLException, IOException {
        try (Reader authority = product.authority()) {
            assertThat(authority.read("SELECT count(*) FROM dash.authority").rows())
                    .containsExactly(List.of(1L));
            assertThat(authority.read(AUTHORITIES).rows()).containsExactly(List.of(1L));
            assertThat(authority.read(SCOPES).rows()).containsExactly(List.of("authority"), List.of("office"));
            assertThat(authority.read(HOURS).rows()).doesNotContain(List.of(0L));
        }
    }

    @Test
    void ministrySeesAllAuthoritiesAndTheSumsOverThemDownToTheDay() throws SQLException, IOException {
        try (Reader ministry = product.ministry()) {
            assertThat(ministry.read("SELECT count(*) > 20 FROM dash.authority").rows())
                    .containsExactly(List.of(true));
            assertThat(ministry.read(SCOPES).rows())
                    .containsExactly(List.of("authority"), List.of("comparison"), List.of("office"), List.of("pilots"));
            assertThat(ministry.read(HOURS).rows()).containsExactly(List.of(0L));
        }
    }

    @Test
    void readTheViewsOfDashAndNothingElse() throws SQLException, IOException {
        String readable = """
                SELECT DISTINCT n.nspname
                FROM pg_class c
                JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname NOT IN ('pg_catalog', 'information_schema')
                  AND c.relkind IN ('r', 'v', 'm', 'p', 'f')
                  AND has_schema_privilege(n.oid, 'USAGE')
                  AND has_any_column_privilege(c.oid, 'SELECT')
                """;
        try (Reader authority = product.authority();
                Reader ministry = product.ministry()) {
            assertThat(authority.read(readable).rows()).containsExactly(List.of("dash"));
            assertThat(ministry.read(readable).rows()).containsExactly(List.of("dash"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT counts FROM cell.rating_cell",
                "SELECT visits FROM cell.wait_cell",
                "SELECT counts FROM release.rating_figure",
                "SELECT numbers FROM release.total",
                "SELECT token_sha256 FROM device.token",
                "SELECT name FROM registry.authority",
                "SELECT pg_advisory_lock(1)",
                "SELECT pg_stat_get_tuples_inserted(1)",
                "SELECT lo_create(0)",
            })
    void isRefused(String sql) throws SQLException, IOException {
        try (Reader ministry = product.ministry()) {
            assertThatThrownBy(() -> ministry.read(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refusal -> assertThat(refusal.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
        }
    }
}
