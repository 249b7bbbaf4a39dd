package de.visitenkarte.streams.rating;

import de.visitenkarte.events.Answer;
import de.visitenkarte.events.Rating;
import de.visitenkarte.events.RatingCell;
import de.visitenkarte.events.RatingCells;
import de.visitenkarte.streams.counting.SortedMerge;
import java.util.Collections;
import java.util.Comparator;

/** Folds ratings into the cells of their office and quarter hour. */
final class RatingFold {

    /** The values of an answer are 1…5. */
    static final int VALUES = 5;

    /** What makes a cell one cell; also the order in which they stand. */
    private static final Comparator<RatingCell> IDENTITY = RatingFold::compare;

    private static final RatingCell NOTHING = RatingCell.newBuilder()
            .addAllCounts(Collections.nCopies(VALUES, 0L))
            .build();

    private RatingFold() {}

    /** Returns {@code office/bucket}. */
    static String keyOf(Rating rating) {
        return rating.getOfficeId() + "/" + rating.getBucketStart();
    }

    /** Returns the cells of an acceptable rating that is alone in its quarter hour. */
    static RatingCells one(Rating rating) {
        return RatingCells.newBuilder()
                .setAuthorityId(rating.getAuthorityId())
                .setOfficeId(rating.getOfficeId())
                .setBucketStart(rating.getBucketStart())
                .addAllCells(rating.getAnswersList().stream()
                        .map(answer -> cellOf(rating, answer))
                        .sorted(IDENTITY)
                        .toList())
                .build();
    }

    /** Returns the sum of two states of the same cells. */
    static RatingCells add(RatingCells cells, RatingCells more) {
        return cells.toBuilder()
                .clearCells()
                .addAllCells(SortedMerge.merge(cells.getCellsList(), more.getCellsList(), IDENTITY, RatingFold::add))
                .build();
    }

    private static int compare(RatingCell a, RatingCell b) {
        int areas = a.getAreaId().compareTo(b.getAreaId());
        if (areas != 0) {
            return areas;
        }
        int versions = Integer.compare(a.getInstrumentVersion(), b.getInstrumentVersion());
        return versions != 0 ? versions : a.getQuestionId().compareTo(b.getQuestionId());
    }

    private static RatingCell add(RatingCell cell, RatingCell more) {
        RatingCell.Builder sum = cell.toBuilder();
        for (int i = 0; i < VALUES; i++) {
            sum.setCounts(i, cell.getCounts(i) + more.getCounts(i));
        }
        return sum.build();
    }

    private static RatingCell cellOf(Rating rating, Answer answer) {
        return NOTHING.toBuilder()
                .setAreaId(rating.getAreaId())
                .setInstrumentVersion(rating.getInstrumentVersion())
                .setQuestionId(answer.getQuestionId())
                .setCounts(answer.getValue() - 1, 1)
                .build();
    }
}
