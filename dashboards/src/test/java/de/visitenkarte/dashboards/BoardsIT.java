package de.visitenkarte.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The dashboards that ship, on what the whole product released. */
@ExtendWith(ProductExtension.class)
class BoardsIT {

    /** Longer than the demo's history, so that its beginning can be seen. */
    private static final Duration LENGTH = Duration.ofDays(120);

    private final Product product;

    BoardsIT(Product product) {
        this.product = product;
    }

    static List<Dashboard> boards() {
        return Dashboard.list();
    }

    @ParameterizedTest
    @MethodSource("boards")
    void getsEverythingItNamesForAllThatCanBeChosen(Dashboard dashboard) throws SQLException {
        TimeRange range = TimeRange.before(product.lastActivity(), LENGTH);
        try (Reader reader = product.reader()) {
            assertThat(LiveCheck.findings(dashboard, range, reader)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("boards")
    void getsRowsAtAnyHourOfTheWeek(Dashboard dashboard) throws SQLException {
        TimeRange range = TimeRange.before(Instant.now(), LENGTH);
        try (Reader reader = product.reader()) {
            assertThat(LiveCheck.findings(dashboard, range, reader))
                    .filteredOn(finding -> !finding.contains("has no value in"))
                    .isEmpty();
        }
    }
}
