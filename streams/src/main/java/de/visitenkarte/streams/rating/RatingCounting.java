package de.visitenkarte.streams.rating;

import de.visitenkarte.events.Rating;
import de.visitenkarte.events.RatingCell;
import de.visitenkarte.events.Topics;
import de.visitenkarte.streams.counting.Counting;
import de.visitenkarte.streams.deduplication.Identity;

/** How ratings are counted. */
public final class RatingCounting {

    /** The only one; it has no state. */
    public static final Counting<Rating, RatingCell> INSTANCE = new Counting<>(
            "rating",
            Topics.RATING,
            Rating.parser(),
            Rating::getOfficeId,
            RatingAcceptance::objectionTo,
            RatingCounting::identityOf,
            RatingCells::changesOf,
            RatingCell.parser(),
            Topics.RATING_CELL);

    private RatingCounting() {}

    /** A device numbers its own ratings and belongs to one office: whoever moves a tablet enrols it anew. */
    static Identity identityOf(Rating rating) {
        return new Identity(rating.getDeviceId(), rating.getSequenceNumber(), rating.getBodyHash());
    }
}
