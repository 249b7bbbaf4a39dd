package de.visitenkarte.api.projection;

import com.google.protobuf.InvalidProtocolBufferException;
import de.visitenkarte.api.projection.ProjectionDao.RatingCellRow;
import de.visitenkarte.api.projection.ProjectionDao.WaitCellRow;
import de.visitenkarte.events.RatingCell;
import de.visitenkarte.events.Topics;
import de.visitenkarte.events.WaitCell;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The cells of one poll: of several states of a cell the last one, since it is the whole truth. */
final class CellBatch {

    private static final Logger LOG = LoggerFactory.getLogger(CellBatch.class);

    private final Map<String, RatingCellRow> ratingCells = new LinkedHashMap<>();
    private final Map<String, WaitCellRow> waitCells = new LinkedHashMap<>();
    private final Map<TopicPartition, Long> nextOffsets = new HashMap<>();

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
        if (value == null) {
            return;
        }
        try {
            if (record.topic().equals(Topics.RATING_CELL.name())) {
                ratingCells.put(record.key(), row(RatingCell.parseFrom(value)));
            } else {
                waitCells.put(record.key(), row(WaitCell.parseFrom(value)));
            }
        } catch (InvalidProtocolBufferException | DateTimeException e) {
            // Only streams writes here; a record it did not write must not stop the others.
            LOG.error(
                    "Left out an unreadable cell at {}-{}@{}", record.topic(), record.partition(), record.offset(), e);
        }
    }

    Map<String, RatingCellRow> ratingCells() {
        return ratingCells;
    }

    Map<String, WaitCellRow> waitCells() {
        return waitCells;
    }

    Map<TopicPartition, Long> nextOffsets() {
        return nextOffsets;
    }

    int size() {
        return ratingCells.size() + waitCells.size();
    }

    private static RatingCellRow row(RatingCell cell) {
        return new RatingCellRow(
                cell.getOfficeId(),
                Instant.ofEpochSecond(cell.getBucketStart()),
                cell.getQuestionId(),
                cell.getAreaId(),
                cell.getInstrumentVersion(),
                cell.getCountsList().stream().mapToLong(Long::longValue).toArray());
    }

    private static WaitCellRow row(WaitCell cell) {
        return new WaitCellRow(
                cell.getOfficeId(),
                Instant.ofEpochSecond(cell.getBucketStart()),
                cell.getWithAppointment(),
                cell.getVisits(),
                cell.getWaitSecondsSum(),
                cell.getHistogramList().stream().mapToLong(Long::longValue).toArray());
    }
}
