package de.visitenkarte.api.board;

import de.visitenkarte.api.board.BoardDao.RatingRow;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answers to one question as the board shows them; numbers are null unless it is released, but for the
 * number of answers where that may be seen alone.
 *
 * @param state "released", "suppressed" or "none"
 * @param reason why it is suppressed
 * @param sharePositive 0…1
 * @param shareBound "at-least" or "at-most" where the exact share of few answers is not shown; then counts and mean are null
 * @param low lower end of the 95 % Wilson interval of the share
 * @param high upper end
 * @param mean −2…+2
 * @param counts how often each value was given, the worst first
 */
record RatingView(
        String state,
        @Nullable String reason,
        @Nullable Long answers,
        @Nullable Long positive,
        @Nullable Double sharePositive,
        @Nullable String shareBound,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double mean,
        @Nullable List<Long> counts,
        @Nullable Instant releasedAt) {

    static final RatingView NONE = without("none", null, null);

    static RatingView of(RatingRow row) {
        if (!row.ratingState().equals("released")) {
            return without(row.ratingState(), row.ratingReason(), row.answers());
        }
        return new RatingView(
                row.ratingState(),
                null,
                row.answers(),
                row.positive(),
                row.sharePositive(),
                row.shareBound(),
                row.shareLow(),
                row.shareHigh(),
                row.mean(),
                counts(row),
                row.ratingReleasedAt());
    }

    private static @Nullable List<Long> counts(RatingRow row) {
        if (row.count1() == null) {
            return null;
        }
        return Stream.of(row.count1(), row.count2(), row.count3(), row.count4(), row.count5())
                .map(count -> count == null ? Long.valueOf(0) : count)
                .toList();
    }

    static RatingView suppressed(String reason) {
        return without("suppressed", reason, null);
    }

    private static RatingView without(String state, @Nullable String reason, @Nullable Long answers) {
        return new RatingView(state, reason, answers, null, null, null, null, null, null, null, null);
    }
}
