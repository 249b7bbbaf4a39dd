package de.visitenkarte.streams.visit;

import de.visitenkarte.events.Visit;
import de.visitenkarte.events.WaitBins;
import de.visitenkarte.events.WaitCell;
import de.visitenkarte.streams.counting.CellChange;
import java.util.Collections;
import java.util.List;

/** Folds visits into cells: each into one. */
final class WaitCells {

    private WaitCells() {}

    /** Returns the one change of an acceptable visit. */
    static List<CellChange<WaitCell>> changesOf(Visit visit) {
        WaitCell empty = emptyCell(visit);
        return List.of(new CellChange<>(keyOf(empty), empty, cell -> count(cell, waitSecondsOf(visit))));
    }

    /** Returns {@code office/with/bucket} or {@code office/without/bucket}. */
    static String keyOf(WaitCell cell) {
        String appointment = cell.getWithAppointment() ? "with" : "without";
        return String.join("/", cell.getOfficeId(), appointment, Long.toString(cell.getBucketStart()));
    }

    /** Returns the wait, at least 0: it is unsigned on the wire, and Java would read a very long one as negative. */
    static long waitSecondsOf(Visit visit) {
        return Integer.toUnsignedLong(visit.getWaitSeconds());
    }

    private static WaitCell count(WaitCell cell, long waitSeconds) {
        int bin = WaitBins.binOf(waitSeconds);
        return cell.toBuilder()
                .setVisits(cell.getVisits() + 1)
                .setWaitSecondsSum(cell.getWaitSecondsSum() + waitSeconds)
                .setHistogram(bin, cell.getHistogram(bin) + 1)
                .build();
    }

    private static WaitCell emptyCell(Visit visit) {
        return WaitCell.newBuilder()
                .setAuthorityId(visit.getAuthorityId())
                .setOfficeId(visit.getOfficeId())
                .setWithAppointment(visit.getWithAppointment())
                .setBucketStart(visit.getBucketStart())
                .addAllHistogram(Collections.nCopies(WaitBins.COUNT, 0L))
                .build();
    }
}
