package de.visitenkarte.api.projection;

import de.visitenkarte.api.projection.CellRows.BandKey;
import de.visitenkarte.api.projection.CellRows.BandRow;
import de.visitenkarte.api.projection.CellRows.RatingRow;
import de.visitenkarte.api.projection.CellRows.WaitRow;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Writes a batch, each table with one statement: rows become columns. */
final class BatchWriter {

    private final ProjectionDao dao;

    BatchWriter(ProjectionDao dao) {
        this.dao = dao;
    }

    void write(CellBatch batch) {
        List<RatingRow> ratings = batch.ratings();
        List<WaitRow> waits = batch.waits();
        List<BandKey> changedBands = batch.changedBands();
        // Most batches have cells of some kinds only.
        if (!ratings.isEmpty()) {
            writeRatings(ratings);
        }
        if (!waits.isEmpty()) {
            writeWaits(waits);
        }
        if (!changedBands.isEmpty()) {
            writeBands(changedBands, batch.bands());
        }
        if (!batch.accounts().isEmpty()) {
            dao.upsertAccounts(batch.accounts());
        }
        if (!ratings.isEmpty() || !waits.isEmpty()) {
            markDaysChanged(ratings, waits);
        }
    }

    private void markDaysChanged(List<RatingRow> ratings, List<WaitRow> waits) {
        dao.markDaysChanged(
                concat(texts(ratings, RatingRow::officeId), texts(waits, WaitRow::officeId)),
                LongStream.concat(
                                Arrays.stream(numbers(ratings, RatingRow::bucketStart)),
                                Arrays.stream(numbers(waits, WaitRow::bucketStart)))
                        .toArray());
    }

    private void writeRatings(List<RatingRow> rows) {
        dao.upsertRatingCells(
                texts(rows, RatingRow::officeId),
                numbers(rows, RatingRow::bucketStart),
                texts(rows, RatingRow::questionId),
                texts(rows, RatingRow::areaId),
                rows.stream().mapToInt(RatingRow::instrumentVersion).toArray(),
                texts(rows, RatingRow::counts));
    }

    private void writeWaits(List<WaitRow> rows) {
        dao.upsertWaitCells(
                texts(rows, WaitRow::officeId),
                numbers(rows, WaitRow::bucketStart),
                texts(rows, row -> Boolean.toString(row.withAppointment())),
                numbers(rows, WaitRow::visits),
                numbers(rows, WaitRow::waitSecondsSum),
                texts(rows, WaitRow::histogram),
                numbers(rows, WaitRow::leadDaysSum),
                texts(rows, WaitRow::leadHistogram));
    }

    private void writeBands(List<BandKey> changed, List<BandRow> rows) {
        dao.deleteBandCells(
                texts(changed, BandKey::officeId),
                numbers(changed, BandKey::hourStart),
                texts(changed, BandKey::waitBand));
        dao.insertBandCells(
                texts(rows, BandRow::officeId),
                numbers(rows, BandRow::hourStart),
                texts(rows, BandRow::waitBand),
                texts(rows, BandRow::questionId),
                texts(rows, BandRow::counts));
    }

    private static <R> String[] texts(List<R> rows, Function<R, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static <R> long[] numbers(List<R> rows, ToLongFunction<R> column) {
        return rows.stream().mapToLong(column).toArray();
    }

    private static String[] concat(String[] first, String[] second) {
        return Stream.of(first, second).flatMap(Arrays::stream).toArray(String[]::new);
    }
}
