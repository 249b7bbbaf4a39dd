package de.visitenkarte.api.projection;

import static de.visitenkarte.api.examples.RegistryBuilder.anAuthority;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.MessageLite;
import de.visitenkarte.api.PostgresForTests;
import de.visitenkarte.api.database.Database;
import de.visitenkarte.events.Account;
import de.visitenkarte.events.BandCell;
import de.visitenkarte.events.BandCells;
import de.visitenkarte.events.LeadBins;
import de.visitenkarte.events.RatingCell;
import de.visitenkarte.events.RatingCells;
import de.visitenkarte.events.Topics;
import de.visitenkarte.events.WaitBand;
import de.visitenkarte.events.WaitBins;
import de.visitenkarte.events.WaitCell;
import de.visitenkarte.events.WaitCells;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From topics, as a fake broker hands them out, to cells in PostgreSQL. */
@SuppressWarnings("NullAway.Init")
class CellProjectorIT {

    private static final long HOUR = 3600L * 480_000;

    private static final String OFFICE = "musterstadt-mitte";
    private static final Instant BUCKET = Instant.parse("2026-11-23T10:15:00Z");

    private final FakeTopics topics = new FakeTopics();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Jdbi jdbi;
    private CellProjector projector;

    @BeforeEach
    void migrate() {
        jdbi = Database.jdbi(PostgresForTests.newMigratedDatabase());
        anAuthority("musterstadt").with(OFFICE).insert(jdbi);
        projector = newProjector();
    }

    @Test
    void writesCellsAndTheDaysToRelease() {
        topics.append(Topics.RATING_CELL, 2, "a", ratings(BUCKET, 0, 0, 1, 2, 3));
        topics.append(Topics.WAIT_CELL, 2, "b", waits(4));
        project();

        assertThat(list("SELECT concat_ws(' ', office_id, area_id, question_id, instrument_version, counts)"
                        + " FROM cell.rating_cell"))
                .containsExactly("musterstadt-mitte aufenthalt overall 1 {0,0,1,2,3}");
        assertThat(list("SELECT concat_ws(' ', office_id, with_appointment, visits, wait_seconds_sum, histogram[8],"
                        + " cardinality(histogram)) FROM cell.wait_cell"))
                .containsExactly("musterstadt-mitte t 4 1800 4 " + WaitBins.COUNT);
        assertThat(list("SELECT concat_ws(' ', office_id, day) FROM release.changed_day"))
                .containsExactly("musterstadt-mitte 2026-11-23");
        assertThat(meters.get("projection.cells").counter().count()).isEqualTo(2);
    }

    @Test
    void dayIsTheLocalOneOfTheOffice() {
        topics.append(Topics.RATING_CELL, 0, "a", ratings(Instant.parse("2026-11-23T22:45:00Z"), 1));
        topics.append(Topics.RATING_CELL, 0, "b", ratings(Instant.parse("2026-11-23T23:00:00Z"), 1));
        topics.append(Topics.RATING_CELL, 0, "c", ratings(Instant.parse("2026-10-24T22:00:00Z"), 1));
        project();

        assertThat(list("SELECT day::text FROM release.changed_day ORDER BY 1"))
                .containsExactly("2026-10-25", "2026-11-23", "2026-11-24");
    }

    @Test
    void lastStateOfACellWinsWithinABatch() {
        topics.append(Topics.RATING_CELL, 1, "a", ratings(BUCKET, 1));
        topics.append(Topics.RATING_CELL, 1, "a", ratings(BUCKET, 2));
        topics.append(Topics.RATING_CELL, 1, "a", ratings(BUCKET, 3));
        project();

        assertThat(counts()).containsExactly("{3}");
    }

    @Test
    void lastStateOfACellWinsOverBatches() {
        topics.append(Topics.RATING_CELL, 1, "a", ratings(BUCKET, 1));
        project();
        topics.append(Topics.RATING_CELL, 1, "a", ratings(BUCKET, 2));
        project();

        assertThat(counts()).containsExactly("{2}");
    }

    @Test
    void offsetsMoveWithWhatTheyStandFor() {
        topics.append(Topics.RATING_CELL, 1, "a", ratings(BUCKET, 1));
        topics.append(Topics.RATING_CELL, 1, "a", ratings(BUCKET, 2));
        topics.append(Topics.WAIT_CELL, 3, "b", waits(1));
        project();

        assertThat(offsets()).isEqualTo(Map.of("visitenkarte.rating-cell.v1-1", 2L, "visitenkarte.wait-cell.v1-3", 1L));
    }

    @Test
    void anotherInstanceGoesOnWhereTheFirstCrashed() {
        topics.append(Topics.RATING_CELL, 1, "a", ratings(BUCKET, 1));
        project();
        long changes = changes();
        // The crash: nothing is closed, nothing is committed to Kafka.
        projector = newProjector();
        topics.append(Topics.RATING_CELL, 1, "b", ratings(BUCKET.plusSeconds(900), 7));
        project();

        assertThat(counts()).containsExactly("{1}", "{7}");
        assertThat(topics.positionsAsked()).contains(new TopicPartition(Topics.RATING_CELL.name(), 1) + "@1");
        assertThat(changes()).as("the first cell is not written again").isEqualTo(changes + 1);
    }

    @Test
    void batchWhoseTransactionFailsIsReadAgain() {
        topics.append(Topics.RATING_CELL, 1, "a", ratings(BUCKET, 1));
        jdbi.useHandle(handle -> handle.execute("ALTER TABLE release.changed_day RENAME TO away"));
        assertThatThrownBy(projector::run).isInstanceOf(RuntimeException.class);
        assertThat(counts()).isEmpty();
        assertThat(offsets()).isEmpty();
        jdbi.useHandle(handle -> handle.execute("ALTER TABLE release.away RENAME TO changed_day"));
        project();

        assertThat(counts()).containsExactly("{1}");
        assertThat(meters.get("projection.cells").counter().count()).isEqualTo(1);
    }

    @Test
    void givesUpItsBatchWhenAnotherInstanceWasFasterAndReadsFromThereAgain() {
        topics.append(Topics.RATING_CELL, 1, "a", ratings(BUCKET, 1));
        project();
        CellProjector other = newProjector();
        topics.append(Topics.RATING_CELL, 1, "a", ratings(BUCKET, 2));
        other.run();
        topics.append(Topics.RATING_CELL, 1, "b", ratings(BUCKET.plusSeconds(900), 9));

        assertThatThrownBy(projector::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("visitenkarte.rating-cell.v1-1");
        assertThat(counts()).as("nothing of the batch was written").containsExactly("{2}");
        project();
        assertThat(counts()).containsExactly("{2}", "{9}");
        assertThat(offsets()).containsEntry("visitenkarte.rating-cell.v1-1", 3L);
    }

    /** A slower instance must not overwrite a newer state with the older one it still holds. */
    @Test
    void slowerInstanceWritesNoOlderState() {
        CellProjector slow = newProjector();
        slow.run();
        topics.append(Topics.RATING_CELL, 1, "a", ratings(BUCKET, 1));
        topics.append(Topics.RATING_CELL, 1, "a", ratings(BUCKET, 2));
        project();
        topics.showOnly(1);

        assertThatThrownBy(slow::run).isInstanceOf(IllegalStateException.class);
        assertThat(counts()).containsExactly("{2}");
    }

    @Test
    void unreadableCellStopsNoOther() {
        topics.append(Topics.RATING_CELL, 1, "a", "no protobuf".getBytes(StandardCharsets.UTF_8));
        topics.append(Topics.RATING_CELL, 1, "b", ratings(BUCKET, 5));
        project();

        assertThat(counts()).containsExactly("{5}");
        assertThat(offsets()).containsEntry("visitenkarte.rating-cell.v1-1", 2L);
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
        project();

        assertThat(counts()).containsExactly("{5}");
    }

    @Test
    void beginsAgainWhenItsOffsetsWereReset() {
        topics.append(Topics.RATING_CELL, 1, "a", ratings(BUCKET, 5));
        project();
        jdbi.useHandle(handle ->
                handle.execute("TRUNCATE cell.rating_cell; UPDATE cell.projected_offset SET next_offset = 0"));
        project();
        project();

        assertThat(counts()).containsExactly("{5}");
    }

    @Test
    void leavesTopicsOfANewerVersionAlone() {
        jdbi.useHandle(
                handle -> handle.execute(
                        "INSERT INTO cell.projected_offset (topic, partition, next_offset) VALUES ('visitenkarte.new.v1', 0, 7)"));
        topics.append(Topics.RATING_CELL, 1, "a", ratings(BUCKET, 5));
        project();
        project();

        assertThat(counts()).containsExactly("{5}");
        assertThat(offsets()).containsEntry("visitenkarte.new.v1-0", 7L);
    }

    @Test
    void deletionIsPassedOver() {
        topics.append(Topics.RATING_CELL, 1, "a", (byte[]) null);
        project();

        assertThat(counts()).isEmpty();
        assertThat(offsets()).containsEntry("visitenkarte.rating-cell.v1-1", 1L);
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
        project();

        assertThat(counts()).containsExactly("{3}");
        assertThat(list("SELECT office_id FROM release.changed_day")).containsExactly("new-office");
    }

    @Test
    void survivesAnOutageOfKafka() {
        topics.append(Topics.RATING_CELL, 1, "a", ratings(BUCKET, 1));
        project();
        topics.failNextPoll();
        assertThatThrownBy(projector::run).isInstanceOf(KafkaException.class);
        topics.append(Topics.RATING_CELL, 1, "a", ratings(BUCKET, 2));
        project();

        assertThat(counts()).containsExactly("{2}");
    }

    @Test
    void readsAllPartitionsOfBothTopics() {
        for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
            Instant bucket = BUCKET.plusSeconds(900L * partition);
            topics.append(Topics.RATING_CELL, partition, "a" + partition, ratings(bucket, partition + 1));
        }
        project();

        assertThat(counts()).containsExactly("{1}", "{2}", "{3}", "{4}");
    }

    @Test
    void bandIsWhatItsLastRecordSays() {
        String key = OFFICE + "/OVER_60_MINUTES/" + HOUR;
        topics.append(Topics.BAND_CELL, 0, key, band("overall", 3, "clarity", 1));
        project();
        topics.append(Topics.BAND_CELL, 0, key, band("overall", 2));
        project();
        assertThat(list("SELECT wait_band || question_id || counts::text FROM cell.band_cell"))
                .containsExactly("over60overall{2}");

        topics.append(Topics.BAND_CELL, 0, key, (byte[]) null);
        project();
        assertThat(list("SELECT question_id FROM cell.band_cell")).isEmpty();
    }

    @Test
    void accountIsWhatItsLastRecordSays() {
        topics.append(Topics.ACCOUNT, 0, "account", account(1));
        project();
        topics.append(Topics.ACCOUNT, 0, "account", account(2));
        project();

        assertThat(list("SELECT kind || accepted || highest_sequence_number FROM account.source"))
                .containsExactly("rating27");
    }

    private static byte[] band(Object... questionsAndCounts) {
        BandCells.Builder band = BandCells.newBuilder()
                .setOfficeId(OFFICE)
                .setBand(WaitBand.OVER_60_MINUTES)
                .setHourStart(HOUR);
        for (int i = 0; i < questionsAndCounts.length; i += 2) {
            band.addCells(BandCell.newBuilder()
                    .setQuestionId((String) questionsAndCounts[i])
                    .addCounts((Integer) questionsAndCounts[i + 1]));
        }
        return bytes(band.build());
    }

    private static byte[] account(long accepted) {
        return bytes(Account.newBuilder()
                .setKind(Account.Kind.RATING)
                .setOfficeId(OFFICE)
                .setAccepted(accepted)
                .setHighestSequenceNumber(7)
                .build());
    }

    private CellProjector newProjector() {
        return new CellProjector(topics::newConsumer, jdbi, meters);
    }

    private void project() {
        assertThat(projector.run()).isTrue();
    }

    private static byte[] ratings(Instant bucket, long... counts) {
        RatingCell.Builder cell = RatingCell.newBuilder()
                .setAreaId("aufenthalt")
                .setInstrumentVersion(1)
                .setQuestionId("overall");
        for (long count : counts) {
            cell.addCounts(count);
        }
        return bytes(RatingCells.newBuilder()
                .setAuthorityId("musterstadt")
                .setOfficeId(OFFICE)
                .setBucketStart(bucket.getEpochSecond())
                .addCells(cell)
                .build());
    }

    /** So many visits of seven and a half minutes. */
    private static byte[] waits(int visits) {
        WaitCell.Builder cell = WaitCell.newBuilder()
                .setWithAppointment(true)
                .setVisits(visits)
                .setWaitSecondsSum(450L * visits)
                .setLeadDaysSum(30)
                .addAllLeadHistogram(Collections.nCopies(LeadBins.COUNT, 0L));
        for (int bin = 0; bin < WaitBins.COUNT; bin++) {
            cell.addHistogram(bin == WaitBins.binOf(450) ? visits : 0);
        }
        return bytes(WaitCells.newBuilder()
                .setAuthorityId("musterstadt")
                .setOfficeId(OFFICE)
                .setBucketStart(BUCKET.getEpochSecond())
                .addCells(cell)
                .build());
    }

    private static byte[] bytes(MessageLite message) {
        return message.toByteArray();
    }

    private List<String> counts() {
        return list("SELECT counts::text FROM cell.rating_cell ORDER BY bucket_start");
    }

    /** How often a day was marked. */
    private long changes() {
        return Long.parseLong(
                list("SELECT sum(version)::text FROM release.changed_day").get(0));
    }

    private Map<String, Long> offsets() {
        Map<String, Long> offsets = new HashMap<>();
        list("SELECT topic || '-' || partition || ' ' || next_offset FROM cell.projected_offset WHERE next_offset > 0")
                .forEach(row -> {
                    int space = row.indexOf(' ');
                    offsets.put(row.substring(0, space), Long.parseLong(row.substring(space + 1)));
                });
        return offsets;
    }

    private List<String> list(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    /** Keeps everything that was ever appended, and hands it to any number of consumers from where they ask for it. */
    private static final class FakeTopics {

        private final Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> log = new HashMap<>();
        private final List<String> positionsAsked = new ArrayList<>();
        private boolean failing;
        private long shown = Long.MAX_VALUE;

        void append(Topics.Topic topic, int partition, String key, byte @Nullable [] value) {
            List<ConsumerRecord<String, byte[]>> records =
                    log.computeIfAbsent(new TopicPartition(topic.name(), partition), any -> new ArrayList<>());
            records.add(record(topic.name(), partition, records.size(), key, value));
        }

        @SuppressWarnings("NullAway") // Kafka allows a value of null: a deletion.
        private static ConsumerRecord<String, byte[]> record(
                String topic, int partition, long offset, String key, byte @Nullable [] value) {
            return new ConsumerRecord<>(topic, partition, offset, key, value);
        }

        /** From now on consumers get the first so many records of a partition only. */
        void showOnly(long records) {
            shown = records;
        }

        void failNextPoll() {
            failing = true;
        }

        List<String> positionsAsked() {
            return positionsAsked;
        }

        Consumer<String, byte[]> newConsumer() {
            return new MockConsumer<>("earliest") {
                @Override
                public synchronized void seek(TopicPartition partition, long offset) {
                    positionsAsked.add(partition + "@" + offset);
                    super.seek(partition, offset);
                }

                @Override
                public synchronized ConsumerRecords<String, byte[]> poll(Duration timeout) {
                    if (failing) {
                        failing = false;
                        throw new KafkaException("away");
                    }
                    log.forEach((partition, records) -> {
                        long position = position(partition);
                        records.stream()
                                .limit(shown)
                                .filter(each -> each.offset() >= position)
                                .forEach(this::addRecord);
                    });
                    return super.poll(timeout);
                }
            };
        }
    }
}
