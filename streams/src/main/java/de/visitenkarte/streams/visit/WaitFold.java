package de.visitenkarte.streams.visit;

import de.visitenkarte.events.LeadBins;
import de.visitenkarte.events.Visit;
import de.visitenkarte.events.WaitBins;
import de.visitenkarte.events.WaitCell;
import de.visitenkarte.events.WaitCells;
import de.visitenkarte.streams.counting.SortedMerge;
import java.util.Collections;
import java.util.Comparator;

/** Folds visits into the cells of their office and quarter hour. */
final class WaitFold {

    /** What makes a cell one cell; also the order in which they stand. */
    private static final Comparator<WaitCell> IDENTITY =
            (a, b) -> Boolean.compare(a.getWithAppointment(), b.getWithAppointment());

    private static final WaitCell NOTHING = WaitCell.newBuilder()
            .addAllHistogram(Collections.nCopies(WaitBins.COUNT, 0L))
            .build();

    private WaitFold() {}

    /** Returns {@code office/bucket}. */
    static String keyOf(Visit visit) {
        return visit.getOfficeId() + "/" + visit.getBucketStart();
    }

    /** Returns the cells of an acceptable visit that is alone in its quarter hour. */
    static WaitCells one(Visit visit) {
        return WaitCells.newBuilder()
                .setAuthorityId(visit.getAuthorityId())
                .setOfficeId(visit.getOfficeId())
                .setBucketStart(visit.getBucketStart())
                .addCells(cellOf(visit))
                .build();
    }

    /** Returns the sum of two states of the same cells. */
    static WaitCells add(WaitCells cells, WaitCells more) {
        return cells.toBuilder()
                .clearCells()
                .addAllCells(SortedMerge.merge(cells.getCellsList(), more.getCellsList(), IDENTITY, WaitFold::add))
                .build();
    }

    /** Returns the wait, at least 0: it is unsigned on the wire, and Java would read a very long one as negative. */
    static long waitSecondsOf(Visit visit) {
        return Integer.toUnsignedLong(visit.getWaitSeconds());
    }

    /** Returns the lead time, at least 0, for the same reason. */
    static long leadDaysOf(Visit visit) {
        return Integer.toUnsignedLong(visit.getLeadDays());
    }

    private static WaitCell add(WaitCell cell, WaitCell more) {
        WaitCell.Builder sum = cell.toBuilder()
                .setVisits(cell.getVisits() + more.getVisits())
                .setWaitSecondsSum(cell.getWaitSecondsSum() + more.getWaitSecondsSum())
                .setLeadDaysSum(cell.getLeadDaysSum() + more.getLeadDaysSum());
        for (int i = 0; i < more.getHistogramCount(); i++) {
            sum.setHistogram(i, cell.getHistogram(i) + more.getHistogram(i));
        }
        if (cell.getLeadHistogramCount() == 0) {
            return sum.addAllLeadHistogram(more.getLeadHistogramList()).build();
        }
        for (int i = 0; i < more.getLeadHistogramCount(); i++) {
            sum.setLeadHistogram(i, cell.getLeadHistogram(i) + more.getLeadHistogram(i));
        }
        return sum.build();
    }

    private static WaitCell cellOf(Visit visit) {
        WaitCell.Builder cell = NOTHING.toBuilder()
                .setWithAppointment(visit.getWithAppointment())
                .setVisits(1)
                .setWaitSecondsSum(waitSecondsOf(visit))
                .setHistogram(WaitBins.binOf(waitSecondsOf(visit)), 1);
        if (visit.hasLeadDays()) {
            cell.setLeadDaysSum(leadDaysOf(visit))
                    .addAllLeadHistogram(Collections.nCopies(LeadBins.COUNT, 0L))
                    .setLeadHistogram(LeadBins.binOf(leadDaysOf(visit)), 1);
        }
        return cell.build();
    }
}
