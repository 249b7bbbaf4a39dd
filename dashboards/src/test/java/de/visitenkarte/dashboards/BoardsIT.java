package de.visitenkarte.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The dashboards that ship, on what the whole product released, in the organisation of an authority and of the ministry. */
@ExtendWith(ProductExtension.class)
class BoardsIT {

    /** Longer than the demo's history, so that its beginning can be seen. */
    private static final Duration LENGTH = Duration.ofDays(120);

    private static final Dashboard AUTHORITY = Dashboard.read(Path.of("boards/behoerde.json"));
    private static final Dashboard COMPARISON = Dashboard.read(Path.of("boards/pilotvergleich.json"));

    private final Product product;

    BoardsIT(Product product) {
        this.product = product;
    }

    @Test
    void areAllHere() {
        assertThat(Dashboard.list()).containsExactlyInAnyOrder(AUTHORITY, COMPARISON);
    }

    @Test
    void authorityGetsEverythingThatItsBoardNames() throws SQLException, IOException {
        try (Reader authority = product.authority()) {
            assertThat(LiveCheck.findings(AUTHORITY, recently(), authority)).isEmpty();
        }
    }

    @Test
    void ministryGetsEverythingThatTheComparisonNamesForAllThatCanBeChosen() throws SQLException, IOException {
        try (Reader ministry = product.ministry()) {
            assertThat(LiveCheck.findings(COMPARISON, recently(), ministry)).isEmpty();
        }
    }

    /** Hours are not for the ministry. */
    @Test
    void ministryGetsTheBoardOfEveryAuthorityWithoutTheLastHour() throws SQLException, IOException {
        try (Reader ministry = product.ministry()) {
            assertThat(LiveCheck.findings(AUTHORITY, recently(), ministry))
                    .isNotEmpty()
                    .allMatch(finding -> finding.contains("Wartezeit zuletzt") && finding.contains("has no value in"));
        }
    }

    @Test
    void comparisonFailsNowhereForAnAuthorityThatSeesItselfOnly() throws SQLException, IOException {
        try (Reader authority = product.authority()) {
            assertThat(LiveCheck.findings(COMPARISON, recently(), authority))
                    .filteredOn(BoardsIT::isAFault)
                    .isEmpty();
        }
    }

    @Test
    void getRowsAtAnyHourOfTheWeek() throws SQLException, IOException {
        TimeRange now = TimeRange.before(Instant.now(), LENGTH);
        try (Reader authority = product.authority();
                Reader ministry = product.ministry()) {
            assertThat(List.of(
                            LiveCheck.findings(AUTHORITY, now, authority),
                            LiveCheck.findings(COMPARISON, now, ministry)))
                    .allSatisfy(findings -> assertThat(findings)
                            .filteredOn(finding -> !finding.contains("has no value in"))
                            .isEmpty());
        }
    }

    private TimeRange recently() throws SQLException {
        return TimeRange.before(product.lastActivity(), LENGTH);
    }

    private static boolean isAFault(String finding) {
        return !finding.contains("has no value in") && !finding.contains("returns no rows");
    }
}
