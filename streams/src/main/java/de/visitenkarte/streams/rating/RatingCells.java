package de.visitenkarte.streams.rating;

import de.visitenkarte.events.Answer;
import de.visitenkarte.events.Rating;
import de.visitenkarte.events.RatingCell;
import de.visitenkarte.streams.counting.CellChange;
import java.util.Collections;
import java.util.List;

/** Folds ratings into cells: one per answer. */
final class RatingCells {

    /** The values of an answer are 1…5. */
    static final int VALUES = 5;

    private RatingCells() {}

    /** Returns one change for each answer of an acceptable rating. */
    static List<CellChange<RatingCell>> changesOf(Rating rating) {
        return rating.getAnswersList().stream()
                .map(answer -> changeOf(rating, answer))
                .toList();
    }

    private static CellChange<RatingCell> changeOf(Rating rating, Answer answer) {
        RatingCell empty = emptyCell(rating, answer.getQuestionId());
        return new CellChange<>(keyOf(empty), empty, cell -> count(cell, answer.getValue()));
    }

    /** Returns {@code office/area/instrument/question/bucket}. */
    static String keyOf(RatingCell cell) {
        return String.join(
                "/",
                cell.getOfficeId(),
                cell.getAreaId(),
                Integer.toString(cell.getInstrumentVersion()),
                cell.getQuestionId(),
                Long.toString(cell.getBucketStart()));
    }

    private static RatingCell count(RatingCell cell, int value) {
        int index = value - 1;
        return cell.toBuilder().setCounts(index, cell.getCounts(index) + 1).build();
    }

    private static RatingCell emptyCell(Rating rating, String questionId) {
        return RatingCell.newBuilder()
                .setAuthorityId(rating.getAuthorityId())
                .setOfficeId(rating.getOfficeId())
                .setAreaId(rating.getAreaId())
                .setInstrumentVersion(rating.getInstrumentVersion())
                .setQuestionId(questionId)
                .setBucketStart(rating.getBucketStart())
                .addAllCounts(Collections.nCopies(VALUES, 0L))
                .build();
    }
}
