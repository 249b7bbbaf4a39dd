package de.visitenkarte.api.projection;

import static de.visitenkarte.api.projection.CellMessages.BUCKET;
import static de.visitenkarte.api.projection.CellMessages.HOUR;
import static de.visitenkarte.api.projection.CellMessages.OFFICE;
import static de.visitenkarte.api.projection.CellMessages.account;
import static de.visitenkarte.api.projection.CellMessages.band;
import static de.visitenkarte.api.projection.CellMessages.ratings;
import static de.visitenkarte.api.projection.CellMessages.waits;
import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.events.RatingCell;
import de.visitenkarte.events.RatingCells;
import de.visitenkarte.events.Topics;
import de.visitenkarte.events.WaitBins;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** From topics, as a fake broker hands them out, to cells in PostgreSQL. */
class CellProjectorIT {

    private final ProjectionFixture fixture = new ProjectionFixture();
    private final FakeTopics topics = fixture.topics();

    @Test
    void writesCellsAndTheDaysToRelease() {
        topics.append(Topics.RATING_CELL, 2, "a", ratings(BUCKET, 0, 0, 1, 2, 3));
        topics.append(Topics.WAIT_CELL, 2, "b", waits(4));
        fixture.project();

        assertThat(fixture.list("SELECT concat_ws(' ', office_id, area_id, question_id, instrument_version, counts)"
                        + " FROM cell.rating_cell"))
                .containsExactly("musterstadt-mitte aufenthalt overall 1 {0,0,1,2,3}");
        assertThat(fixture.list(
                        "SELECT concat_ws(' ', office_id, with_appointment, visits, wait_seconds_sum, histogram[8],"
                                + " cardinality(histogram)) FROM cell.wait_cell"))
                .containsExactly("musterstadt-mitte t 4 1800 4 " + WaitBins.COUNT);
        assertThat(fixture.list("SELECT concat_ws(' ', office_id, day) FROM release.changed_day"))
                .containsExactly("musterstadt-mitte 2026-11-23");
        assertThat(fixture.meters().get("projection.cells").counter().count()).isEqualTo(2);
    }

    @Test
    void dayIsTheLocalOneOfTheOffice() {
        topics.append(Topics.RATING_CELL, 0, "a", ratings(Instant.parse("2026-11-23T22:45:00Z"), 1));
        topics.append(Topics.RATING_CELL, 0, "b", ratings(Instant.parse("2026-11-23T23:00:00Z"), 1));
        topics.append(Topics.RATING_CELL, 0, "c", ratings(Instant.parse("2026-10-24T22:00:00Z"), 1));
        fixture.project();

        assertThat(fixture.list("SELECT day::text FROM release.changed_day ORDER BY 1"))
                .containsExactly("2026-10-25", "2026-11-23", "2026-11-24");
    }

    @Test
    void lastStateOfACellWinsWithinABatch() {
        topics.append(Topics.RATING_CELL, 1, "a", ratings(BUCKET, 1));
        topics.append(Topics.RATING_CELL, 1, "a", ratings(BUCKET, 2));
        topics.append(Topics.RATING_CELL, 1, "a", ratings(BUCKET, 3));
        fixture.project();

        assertThat(fixture.counts()).containsExactly("{3}");
    }

    @Test
    void lastStateOfACellWinsOverBatches() {
        topics.append(Topics.RATING_CELL, 1, "a", ratings(BUCKET, 1));
        fixture.project();
        topics.append(Topics.RATING_CELL, 1, "a", ratings(BUCKET, 2));
        fixture.project();

        assertThat(fixture.counts()).containsExactly("{2}");
    }

    /** A rebuild reads the topics from their beginning. */
    @Test
    void whatHasExpiredDoesNotComeBack() {
        fixture.jdbi().useHandle(handle -> handle.execute("UPDATE retention.horizon SET cells_from = ?", BUCKET));
        topics.append(Topics.RATING_CELL, 1, "a", ratings(BUCKET.minusSeconds(900), 5));
        topics.append(Topics.RATING_CELL, 1, "b", ratings(BUCKET, 6));
        topics.append(Topics.BAND_CELL, 1, OFFICE + "/OVER_60_MINUTES/" + HOUR, band("overall", 7));
        fixture.project();

        assertThat(fixture.counts()).containsExactly("{6}");
        assertThat(fixture.list("SELECT counts::text FROM cell.band_cell")).isEmpty();
        assertThat(fixture.list("SELECT topic FROM cell.projected_offset WHERE next_offset > 0"))
                .as("it is not looked at again")
                .hasSize(2);
        assertThat(fixture.meters().get("projection.cells").counter().count()).isEqualTo(1);
    }

    @Test
    void unreadableCellStopsNoOther() {
        topics.append(Topics.RATING_CELL, 1, "a", "no protobuf".getBytes(StandardCharsets.UTF_8));
        topics.append(Topics.RATING_CELL, 1, "b", ratings(BUCKET, 5));
        fixture.project();

        assertThat(fixture.counts()).containsExactly("{5}");
        assertThat(fixture.offsets()).containsEntry("visitenkarte.rating-cell.v1-1", 2L);
    }

    @Test
    void cellOutsideOfAllTimeStopsNoOther() {
        byte[] impossible = RatingCells.newBuilder()
                .setOfficeId(OFFICE)
                .setBucketStart(Long.MAX_VALUE)
                .addCells(RatingCell.newBuilder().addCounts(1))
                .build()
                .toByteArray();
        topics.append(Topics.RATING_CELL, 1, "a", impossible);
        topics.append(Topics.RATING_CELL, 1, "b", ratings(BUCKET, 5));
        fixture.project();

        assertThat(fixture.counts()).containsExactly("{5}");
    }

    @Test
    void deletionIsPassedOver() {
        topics.append(Topics.RATING_CELL, 1, "a", (byte[]) null);
        fixture.project();

        assertThat(fixture.counts()).isEmpty();
        assertThat(fixture.offsets()).containsEntry("visitenkarte.rating-cell.v1-1", 1L);
    }

    @Test
    void cellOfAnUnknownOfficeIsKept() {
        topics.append(
                Topics.RATING_CELL,
                1,
                "a",
                RatingCells.newBuilder()
                        .setOfficeId("new-office")
                        .setBucketStart(BUCKET.getEpochSecond())
                        .addCells(
                                RatingCell.newBuilder().setQuestionId("overall").addCounts(3))
                        .build()
                        .toByteArray());
        fixture.project();

        assertThat(fixture.counts()).containsExactly("{3}");
        assertThat(fixture.list("SELECT office_id FROM release.changed_day")).containsExactly("new-office");
    }

    @Test
    void readsAllPartitionsOfBothTopics() {
        for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
            Instant bucket = BUCKET.plusSeconds(900L * partition);
            topics.append(Topics.RATING_CELL, partition, "a" + partition, ratings(bucket, partition + 1));
        }
        fixture.project();

        assertThat(fixture.counts()).containsExactly("{1}", "{2}", "{3}", "{4}");
    }

    @Test
    void bandIsWhatItsLastRecordSays() {
        String key = OFFICE + "/OVER_60_MINUTES/" + CellMessages.HOUR;
        topics.append(Topics.BAND_CELL, 0, key, band("overall", 3, "clarity", 1));
        fixture.project();
        topics.append(Topics.BAND_CELL, 0, key, band("overall", 2));
        fixture.project();
        assertThat(fixture.list("SELECT wait_band || question_id || counts::text FROM cell.band_cell"))
                .containsExactly("over60overall{2}");

        topics.append(Topics.BAND_CELL, 0, key, (byte[]) null);
        fixture.project();
        assertThat(fixture.list("SELECT question_id FROM cell.band_cell")).isEmpty();
    }

    @Test
    void accountIsWhatItsLastRecordSays() {
        topics.append(Topics.ACCOUNT, 0, "account", account(1));
        fixture.project();
        topics.append(Topics.ACCOUNT, 0, "account", account(2));
        fixture.project();

        assertThat(fixture.list("SELECT kind || accepted || highest_sequence_number FROM account.source"))
                .containsExactly("rating27");
    }
}
