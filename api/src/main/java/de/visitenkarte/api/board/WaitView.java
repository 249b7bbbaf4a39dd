package de.visitenkarte.api.board;

import de.visitenkarte.api.board.BoardDao.WaitRow;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Waits as the board shows them; numbers are null unless it is released, but for the number of visits where that may be
 * seen alone.
 *
 * @param state "released", "suppressed" or "none"
 * @param reason why it is suppressed
 * @param share15 share of visitors who waited at most 15 minutes, 0…1
 * @param share30 the same for 30 minutes
 * @param correctedOn local day on which the figure of a closed period moved after people had seen it
 */
record WaitView(
        String state,
        @Nullable String reason,
        @Nullable Long visits,
        @Nullable Double medianMinutes,
        @Nullable Double p90Minutes,
        @Nullable Double share15,
        @Nullable Double share30,
        @Nullable Instant releasedAt,
        @Nullable LocalDate correctedOn) {

    static final WaitView NONE = new WaitView("none", null, null, null, null, null, null, null, null);

    static WaitView of(WaitRow row) {
        return new WaitView(
                row.waitState(),
                row.waitReason(),
                row.visits(),
                row.medianMinutes(),
                row.p90Minutes(),
                row.share15(),
                row.share30(),
                row.waitReleasedAt(),
                row.waitCorrectedOn());
    }
}
