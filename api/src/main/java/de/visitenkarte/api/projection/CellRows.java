package de.visitenkarte.api.projection;

import de.visitenkarte.api.projection.ProjectionDao.AccountRow;
import de.visitenkarte.events.Account;
import de.visitenkarte.events.BandCell;
import de.visitenkarte.events.BandCells;
import de.visitenkarte.events.RatingCell;
import de.visitenkarte.events.RatingCells;
import de.visitenkarte.events.WaitBand;
import de.visitenkarte.events.WaitCell;
import de.visitenkarte.events.WaitCells;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Messages of streams as rows of PostgreSQL. */
final class CellRows {

    private CellRows() {}

    /**
     * A cell of answers.
     *
     * @param bucketStart in seconds since 1970
     * @param counts as PostgreSQL writes an array
     */
    record RatingRow(
            String officeId,
            long bucketStart,
            String questionId,
            String areaId,
            int instrumentVersion,
            String counts) {}

    /** A cell of waits, written likewise. */
    record WaitRow(
            String officeId,
            long bucketStart,
            boolean withAppointment,
            long visits,
            long waitSecondsSum,
            String histogram,
            long leadDaysSum,
            String leadHistogram) {}

    /** All cells of one hour and band. */
    record BandKey(String officeId, long hourStart, String waitBand) {}

    /** A cell of answers by wait band, written likewise. */
    record BandRow(String officeId, long hourStart, String waitBand, String questionId, String counts) {}

    static List<RatingRow> of(RatingCells cells) {
        return cells.getCellsList().stream().map(cell -> row(cells, cell)).toList();
    }

    static List<WaitRow> of(WaitCells cells) {
        return cells.getCellsList().stream().map(cell -> row(cells, cell)).toList();
    }

    static List<BandRow> of(BandCells cells) {
        return cells.getCellsList().stream().map(cell -> row(cells, cell)).toList();
    }

    static AccountRow of(Account account) {
        return new AccountRow(
                account.getKind().name().toLowerCase(Locale.ROOT),
                account.getPartition(),
                account.getOfficeId(),
                account.getSourceId(),
                account.getAuthorityId(),
                account.getAccepted(),
                account.getCounted(),
                account.getQuarantined(),
                account.getDuplicates(),
                account.getReplays(),
                account.getSequenceNumbers(),
                account.getHighestSequenceNumber());
    }

    private static RatingRow row(RatingCells cells, RatingCell cell) {
        return new RatingRow(
                cells.getOfficeId(),
                seconds(cells.getBucketStart()),
                cell.getQuestionId(),
                cell.getAreaId(),
                cell.getInstrumentVersion(),
                array(cell.getCountsList()));
    }

    private static WaitRow row(WaitCells cells, WaitCell cell) {
        return new WaitRow(
                cells.getOfficeId(),
                seconds(cells.getBucketStart()),
                cell.getWithAppointment(),
                cell.getVisits(),
                cell.getWaitSecondsSum(),
                array(cell.getHistogramList()),
                cell.getLeadDaysSum(),
                array(cell.getLeadHistogramList()));
    }

    private static BandRow row(BandCells cells, BandCell cell) {
        return new BandRow(
                cells.getOfficeId(),
                seconds(cells.getHourStart()),
                label(cells.getBand()),
                cell.getQuestionId(),
                array(cell.getCountsList()));
    }

    /**
     * Returns which band a record is about.
     *
     * @throws IllegalArgumentException if it is none
     */
    static BandKey bandKey(String recordKey) {
        String[] parts = recordKey.split("/", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("Not office/band/hour: " + recordKey);
        }
        return new BandKey(parts[0], seconds(Long.parseLong(parts[2])), label(WaitBand.valueOf(parts[1])));
    }

    /** Refuses what is no time before the database does. */
    private static long seconds(long epochSecond) {
        return Instant.ofEpochSecond(epochSecond).getEpochSecond();
    }

    private static String label(WaitBand band) {
        return switch (band) {
            case UP_TO_15_MINUTES -> "15";
            case UP_TO_30_MINUTES -> "30";
            case UP_TO_60_MINUTES -> "60";
            case OVER_60_MINUTES -> "over60";
            case WAIT_BAND_UNSPECIFIED, UNRECOGNIZED -> throw new IllegalArgumentException("No wait band: " + band);
        };
    }

    private static String array(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
}
