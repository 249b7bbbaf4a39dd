package de.visitenkarte.api.accounting;

import de.visitenkarte.api.release.ReleaseDao;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Drops all cells and lets the projection write them anew. What people see stays as it is meanwhile: releases wait until
 * everything that had been accepted is in the books again and the cells hold what the books say, and then see the
 * differences only.
 */
public final class Rebuild {

    private Rebuild() {}

    /**
     * Drops the cells, within the transaction of the handle.
     *
     * @return how many records have to be in the books before figures are released again
     */
    public static long start(Handle handle, AcknowledgedRecords topics) throws Exception {
        List<Map.Entry<SourcePartition, Long>> targets =
                new ArrayList<>(topics.countRecords().entrySet());
        ReleaseDao release = handle.attach(ReleaseDao.class);
        // A release that is under way reads the cells.
        release.lock();
        release.markAllDaysChanged();
        RebuildDao dao = handle.attach(RebuildDao.class);
        dao.truncateCells();
        dao.resetOffsets();
        dao.insertTargets(
                targets.stream().map(target -> target.getKey().kind()).toList(),
                targets.stream().map(target -> target.getKey().partition()).toList(),
                targets.stream().map(Map.Entry::getValue).toList());
        return targets.stream().mapToLong(Map.Entry::getValue).sum();
    }
}
