package de.visitenkarte.streams.visit;

import de.visitenkarte.events.LeadBins;
import de.visitenkarte.events.Visit;
import de.visitenkarte.events.WaitBins;
import de.visitenkarte.events.WaitCell;
import de.visitenkarte.events.WaitCells;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Folds visits into the cells of their office and quarter hour. */
final class WaitFold {

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
        Map<Boolean, WaitCell> sum = new TreeMap<>();
        cells.getCellsList().forEach(cell -> sum.put(cell.getWithAppointment(), cell));
        more.getCellsList().forEach(cell -> sum.merge(cell.getWithAppointment(), cell, WaitFold::add));
        return cells.toBuilder().clearCells().addAllCells(sum.values()).build();
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
        return WaitCell.newBuilder()
                .setWithAppointment(cell.getWithAppointment())
                .setVisits(cell.getVisits() + more.getVisits())
                .setWaitSecondsSum(cell.getWaitSecondsSum() + more.getWaitSecondsSum())
                .addAllHistogram(sum(cell.getHistogramList(), more.getHistogramList()))
                .setLeadDaysSum(cell.getLeadDaysSum() + more.getLeadDaysSum())
                .addAllLeadHistogram(sum(cell.getLeadHistogramList(), more.getLeadHistogramList()))
                .build();
    }

    /** Adds two histograms of the same bins; an empty one has nothing in it. */
    private static List<Long> sum(List<Long> histogram, List<Long> more) {
        if (histogram.isEmpty() || more.isEmpty()) {
            return histogram.isEmpty() ? more : histogram;
        }
        List<Long> sum = new ArrayList<>(histogram);
        for (int i = 0; i < sum.size(); i++) {
            sum.set(i, sum.get(i) + more.get(i));
        }
        return sum;
    }

    private static WaitCell cellOf(Visit visit) {
        WaitCell.Builder cell = WaitCell.newBuilder()
                .setWithAppointment(visit.getWithAppointment())
                .setVisits(1)
                .setWaitSecondsSum(waitSecondsOf(visit))
                .addAllHistogram(Collections.nCopies(WaitBins.COUNT, 0L))
                .setHistogram(WaitBins.binOf(waitSecondsOf(visit)), 1);
        if (visit.hasLeadDays()) {
            cell.setLeadDaysSum(leadDaysOf(visit))
                    .addAllLeadHistogram(Collections.nCopies(LeadBins.COUNT, 0L))
                    .setLeadHistogram(LeadBins.binOf(leadDaysOf(visit)), 1);
        }
        return cell.build();
    }
}
