package de.visitenkarte.api.projection;

import static de.visitenkarte.api.projection.CellMessages.BUCKET;
import static de.visitenkarte.api.projection.CellMessages.ratings;
import static de.visitenkarte.api.projection.CellMessages.waits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.visitenkarte.events.Topics;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What is written once, twice or not at all when instances, PostgreSQL or Kafka fail. */
class ProjectedOffsetsIT {

    private final ProjectionFixture fixture = new ProjectionFixture();
    private final FakeTopics topics = fixture.topics();
    private final Jdbi jdbi = fixture.jdbi();

    @Test
    void offsetsMoveWithWhatTheyStandFor() {
        topics.append(Topics.RATING_CELL, 1, "a", ratings(BUCKET, 1));
        topics.append(Topics.RATING_CELL, 1, "a", ratings(BUCKET, 2));
        topics.append(Topics.WAIT_CELL, 3, "b", waits(1));
        fixture.project();

        assertThat(fixture.offsets())
                .isEqualTo(Map.of("visitenkarte.rating-cell.v1-1", 2L, "visitenkarte.wait-cell.v1-3", 1L));
    }

    @Test
    void anotherInstanceGoesOnWhereTheFirstCrashed() {
        topics.append(Topics.RATING_CELL, 1, "a", ratings(BUCKET, 1));
        fixture.project();
        long changes = changes();
        fixture.crash();
        topics.append(Topics.RATING_CELL, 1, "b", ratings(BUCKET.plusSeconds(900), 7));
        fixture.project();

        assertThat(fixture.counts()).containsExactly("{1}", "{7}");
        assertThat(topics.positionsAsked()).contains(new TopicPartition(Topics.RATING_CELL.name(), 1) + "@1");
        assertThat(changes()).as("the first cell is not written again").isEqualTo(changes + 1);
    }

    @Test
    void batchWhoseTransactionFailsIsReadAgain() {
        topics.append(Topics.RATING_CELL, 1, "a", ratings(BUCKET, 1));
        jdbi.useHandle(handle -> handle.execute("ALTER TABLE release.changed_day RENAME TO away"));
        assertThatThrownBy(fixture.projector()::run).isInstanceOf(RuntimeException.class);
        assertThat(fixture.counts()).isEmpty();
        assertThat(fixture.offsets()).isEmpty();
        jdbi.useHandle(handle -> handle.execute("ALTER TABLE release.away RENAME TO changed_day"));
        fixture.project();

        assertThat(fixture.counts()).containsExactly("{1}");
        assertThat(fixture.meters().get("projection.cells").counter().count()).isEqualTo(1);
    }

    @Test
    void givesUpItsBatchWhenAnotherInstanceWasFasterAndReadsFromThereAgain() {
        topics.append(Topics.RATING_CELL, 1, "a", ratings(BUCKET, 1));
        fixture.project();
        CellProjector other = fixture.newProjector();
        topics.append(Topics.RATING_CELL, 1, "a", ratings(BUCKET, 2));
        other.run();
        topics.append(Topics.RATING_CELL, 1, "b", ratings(BUCKET.plusSeconds(900), 9));

        assertThatThrownBy(fixture.projector()::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("visitenkarte.rating-cell.v1-1");
        assertThat(fixture.counts()).as("nothing of the batch was written").containsExactly("{2}");
        fixture.project();
        assertThat(fixture.counts()).containsExactly("{2}", "{9}");
        assertThat(fixture.offsets()).containsEntry("visitenkarte.rating-cell.v1-1", 3L);
    }

    /** A slower instance must not overwrite a newer state with the older one it still holds. */
    @Test
    void slowerInstanceWritesNoOlderState() {
        CellProjector slow = fixture.newProjector();
        slow.run();
        topics.append(Topics.RATING_CELL, 1, "a", ratings(BUCKET, 1));
        topics.append(Topics.RATING_CELL, 1, "a", ratings(BUCKET, 2));
        fixture.project();
        topics.showOnly(1);

        assertThatThrownBy(slow::run).isInstanceOf(IllegalStateException.class);
        assertThat(fixture.counts()).containsExactly("{2}");
    }

    @Test
    void beginsAgainWhenItsOffsetsWereReset() {
        topics.append(Topics.RATING_CELL, 1, "a", ratings(BUCKET, 5));
        fixture.project();
        jdbi.useHandle(handle ->
                handle.execute("TRUNCATE cell.rating_cell; UPDATE cell.projected_offset SET next_offset = 0"));
        fixture.project();
        fixture.project();

        assertThat(fixture.counts()).containsExactly("{5}");
    }

    @Test
    void leavesTopicsOfANewerVersionAlone() {
        jdbi.useHandle(
                handle -> handle.execute(
                        "INSERT INTO cell.projected_offset (topic, partition, next_offset) VALUES ('visitenkarte.new.v1', 0, 7)"));
        topics.append(Topics.RATING_CELL, 1, "a", ratings(BUCKET, 5));
        fixture.project();
        fixture.project();

        assertThat(fixture.counts()).containsExactly("{5}");
        assertThat(fixture.offsets()).containsEntry("visitenkarte.new.v1-0", 7L);
    }

    @Test
    void survivesAnOutageOfKafka() {
        topics.append(Topics.RATING_CELL, 1, "a", ratings(BUCKET, 1));
        fixture.project();
        topics.failNextPoll();
        assertThatThrownBy(fixture.projector()::run).isInstanceOf(KafkaException.class);
        topics.append(Topics.RATING_CELL, 1, "a", ratings(BUCKET, 2));
        fixture.project();

        assertThat(fixture.counts()).containsExactly("{2}");
    }

    /** How often a day was marked. */
    private long changes() {
        return Long.parseLong(fixture.list("SELECT sum(version)::text FROM release.changed_day")
                .get(0));
    }
}
