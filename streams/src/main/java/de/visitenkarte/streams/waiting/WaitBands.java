package de.visitenkarte.streams.waiting;

import de.visitenkarte.events.WaitBand;
import de.visitenkarte.events.WaitBins;
import de.visitenkarte.events.WaitCell;
import de.visitenkarte.events.WaitCells;

/** Decides how long people waited in a quarter hour. */
final class WaitBands {

    private WaitBands() {}

    /** Returns the band of the median wait of all visitors, with and without appointment; of an even number the lower. */
    static WaitBand bandOf(WaitCells waits) {
        long visits =
                waits.getCellsList().stream().mapToLong(WaitCell::getVisits).sum();
        long below = 0;
        for (int bin = 0; bin < WaitBins.COUNT - 1; bin++) {
            below += visitsIn(waits, bin);
            if (2 * below >= visits) {
                return bandOf(WaitBins.upperMinutes(bin));
            }
        }
        return WaitBand.OVER_60_MINUTES;
    }

    /** The bands end where bins end. */
    private static WaitBand bandOf(int upperMinutes) {
        if (upperMinutes <= 15) {
            return WaitBand.UP_TO_15_MINUTES;
        }
        if (upperMinutes <= 30) {
            return WaitBand.UP_TO_30_MINUTES;
        }
        return upperMinutes <= 60 ? WaitBand.UP_TO_60_MINUTES : WaitBand.OVER_60_MINUTES;
    }

    private static long visitsIn(WaitCells waits, int bin) {
        long visits = 0;
        for (WaitCell cell : waits.getCellsList()) {
            visits += cell.getHistogram(bin);
        }
        return visits;
    }
}
