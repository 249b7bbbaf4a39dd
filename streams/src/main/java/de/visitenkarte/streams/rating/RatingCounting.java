package de.visitenkarte.streams.rating;

import de.visitenkarte.events.Account;
import de.visitenkarte.events.Rating;
import de.visitenkarte.events.RatingCells;
import de.visitenkarte.events.Topics;
import de.visitenkarte.streams.account.Origin;
import de.visitenkarte.streams.counting.CellFold;
import de.visitenkarte.streams.counting.Counting;
import de.visitenkarte.streams.deduplication.Identity;

/** How ratings are counted. */
public final class RatingCounting {

    /** The only one; it has no state. */
    public static final Counting<Rating, RatingCells> INSTANCE = new Counting<>(
            "rating",
            Account.Kind.RATING,
            Topics.RATING,
            Rating.parser(),
            rating -> new Origin(rating.getAuthorityId(), rating.getOfficeId(), rating.getDeviceId()),
            RatingAcceptance::objectionTo,
            RatingCounting::identityOf,
            new CellFold<>(
                    RatingFold::keyOf, RatingFold::one, RatingFold::add, RatingCells.parser(), Topics.RATING_CELL));

    private RatingCounting() {}

    /** A device numbers its own ratings and belongs to one office: whoever moves a tablet enrols it anew. */
    static Identity identityOf(Rating rating) {
        return new Identity(rating.getDeviceId(), rating.getSequenceNumber(), rating.getBodyHash());
    }
}
