package de.visitenkarte.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The dashboards that ship, against the rules. */
class BoardsTest {

    static List<Dashboard> boards() {
        return Dashboard.list();
    }

    @ParameterizedTest
    @MethodSource("boards")
    void keepsTheRules(Dashboard dashboard) {
        assertThat(Lint.findings(dashboard, boards())).isEmpty();
    }

    @Test
    void hasTheTwoBoardsOfTheFirstIssueUnderTheirFixedIds() {
        assertThat(boards())
                .extracting(Dashboard::uid)
                .contains("visitenkarte-behoerde", "visitenkarte-pilotvergleich");
    }

    @Test
    void hasNoTwoBoardsUnderOneId() {
        assertThat(boards()).extracting(Dashboard::uid).doesNotHaveDuplicates();
    }
}
