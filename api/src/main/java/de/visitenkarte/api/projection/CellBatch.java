package de.visitenkarte.api.projection;

import com.google.protobuf.InvalidProtocolBufferException;
import de.visitenkarte.api.projection.CellRows.BandKey;
import de.visitenkarte.api.projection.CellRows.BandRow;
import de.visitenkarte.api.projection.CellRows.RatingRow;
import de.visitenkarte.api.projection.CellRows.WaitRow;
import de.visitenkarte.api.projection.ProjectionDao.AccountRow;
import de.visitenkarte.events.Account;
import de.visitenkarte.events.BandCells;
import de.visitenkarte.events.RatingCells;
import de.visitenkarte.events.Topics;
import de.visitenkarte.events.WaitCells;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one poll brought: of several states under one key the last one, since it is the whole truth. */
final class CellBatch {

    private static final Logger LOG = LoggerFactory.getLogger(CellBatch.class);

    private final Map<String, List<RatingRow>> ratings = new LinkedHashMap<>();
    private final Map<String, List<WaitRow>> waits = new LinkedHashMap<>();
    private final Map<BandKey, List<BandRow>> bands = new LinkedHashMap<>();
    private final Map<String, AccountRow> accounts = new LinkedHashMap<>();
    private final Map<TopicPartition, Long> nextOffsets = new HashMap<>();

    /** The topics that {@link #of} understands. */
    static final List<Topics.Topic> TOPICS =
            List.of(Topics.RATING_CELL, Topics.WAIT_CELL, Topics.BAND_CELL, Topics.ACCOUNT);

    static CellBatch of(ConsumerRecords<String, byte[]> records) {
        CellBatch batch = new CellBatch();
        for (ConsumerRecord<String, byte[]> record : records) {
            batch.add(record);
        }
        return batch;
    }

    private void add(ConsumerRecord<String, byte[]> record) {
        nextOffsets.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
        byte @Nullable [] value = record.value();
        try {
            if (value != null) {
                read(record.topic(), record.key(), value);
            } else if (record.topic().equals(Topics.BAND_CELL.name())) {
                bands.put(CellRows.bandKey(record.key()), List.of());
            }
        } catch (InvalidProtocolBufferException | DateTimeException | IllegalArgumentException e) {
            // Only streams writes here; a record it did not write must not stop the others.
            LOG.error(
                    "Left out an unreadable record at {}-{}@{}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e);
        }
    }

    private void read(String topic, String key, byte[] value) throws InvalidProtocolBufferException {
        if (topic.equals(Topics.RATING_CELL.name())) {
            ratings.put(key, CellRows.of(RatingCells.parseFrom(value)));
        } else if (topic.equals(Topics.WAIT_CELL.name())) {
            waits.put(key, CellRows.of(WaitCells.parseFrom(value)));
        } else if (topic.equals(Topics.BAND_CELL.name())) {
            bands.put(CellRows.bandKey(key), CellRows.of(BandCells.parseFrom(value)));
        } else {
            accounts.put(key, CellRows.of(Account.parseFrom(value)));
        }
    }

    /** Leaves out cells from before a moment: they have expired, and a rebuild must not bring them back. */
    void leaveOutBefore(Instant from) {
        long second = from.getEpochSecond();
        ratings.values().removeIf(rows -> rows.stream().anyMatch(row -> row.bucketStart() < second));
        waits.values().removeIf(rows -> rows.stream().anyMatch(row -> row.bucketStart() < second));
        bands.keySet().removeIf(key -> key.hourStart() < second);
    }

    /** Returns how many cells it has. */
    int size() {
        return Stream.of(ratings, waits, bands)
                .flatMap(cells -> cells.values().stream())
                .mapToInt(List::size)
                .sum();
    }

    List<RatingRow> ratings() {
        return ratings.values().stream().flatMap(List::stream).toList();
    }

    List<WaitRow> waits() {
        return waits.values().stream().flatMap(List::stream).toList();
    }

    List<BandRow> bands() {
        return bands.values().stream().flatMap(List::stream).toList();
    }

    /** Returns which bands changed; what {@link #bands()} has of them is all there is of them now. */
    List<BandKey> changedBands() {
        return List.copyOf(bands.keySet());
    }

    Collection<AccountRow> accounts() {
        return accounts.values();
    }

    Map<TopicPartition, Long> nextOffsets() {
        return nextOffsets;
    }
}
