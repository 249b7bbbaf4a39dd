package de.visitenkarte.events;

import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.events.Topics.Owner;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void namesFollowTheHouseRule() {
        assertThat(Topics.ALL).allSatisfy(topic -> assertThat(topic.name()).matches("visitenkarte\\.[a-z-]+\\.v\\d+"));
    }

    @Test
    void everyTopicHasOneOwner() {
        assertThat(Topics.ownedBy(Owner.API)).containsExactly(Topics.RATING, Topics.VISIT);
        assertThat(Topics.ownedBy(Owner.STREAMS))
                .containsExactly(
                        Topics.RATING_CELL, Topics.WAIT_CELL, Topics.BAND_CELL, Topics.ACCOUNT, Topics.DEAD_LETTER);
    }

    @Test
    void ratingsLeaveKafkaAfterThirtyDays() {
        assertThat(Topics.RATING.settings())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", Long.toString(Duration.ofDays(30).toMillis()));
    }

    @Test
    void whoeverIsAwayForTwoMonthsStillSeesWhichBandCellsAreGone() {
        assertThat(Topics.BAND_CELL.settings())
                .containsEntry(
                        "delete.retention.ms", Long.toString(Duration.ofDays(60).toMillis()));
    }

    @Test
    void tablesKeepTheLatestStateAndWhatItReplacedForAMonth() {
        assertThat(List.of(Topics.RATING_CELL, Topics.WAIT_CELL, Topics.BAND_CELL, Topics.ACCOUNT))
                .allSatisfy(topic -> assertThat(topic.settings())
                        .containsEntry("cleanup.policy", "compact")
                        .containsEntry(
                                "max.compaction.lag.ms",
                                Long.toString(Duration.ofDays(30).toMillis())));
    }
}
