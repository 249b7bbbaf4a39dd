package de.visitenkarte.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a login that is in dash_reader only can see. */
@ExtendWith(ProductExtension.class)
class RoleIT {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final Product product;

    RoleIT(Product product) {
        this.product = product;
    }

    @Test
    void readsTheViewsOfDashAndNothingElse() throws SQLException {
        String readable = """
                SELECT DISTINCT n.nspname
                FROM pg_class c
                JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname NOT IN ('pg_catalog', 'information_schema')
                  AND c.relkind IN ('r', 'v', 'm', 'p', 'f')
                  AND has_schema_privilege(n.oid, 'USAGE')
                  AND has_any_column_privilege(c.oid, 'SELECT')
                """;
        try (Reader reader = product.reader()) {
            assertThat(reader.read(readable).rows()).containsExactly(List.of("dash"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT counts FROM cell.rating_cell",
                "SELECT visits FROM cell.wait_cell",
                "SELECT counts FROM release.rating_figure",
                "SELECT numbers FROM release.total",
                "SELECT token_sha256 FROM registry.device",
                "SELECT name FROM registry.authority",
                "DELETE FROM dash.authority",
                "CREATE TABLE public.own (id int)",
            })
    void isRefused(String sql) throws SQLException {
        try (Reader reader = product.reader()) {
            assertThatThrownBy(() -> reader.read(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refusal -> assertThat(refusal.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
        }
    }
}
