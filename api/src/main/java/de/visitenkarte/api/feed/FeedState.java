package de.visitenkarte.api.feed;

import de.visitenkarte.api.calendar.OpeningHours;
import de.visitenkarte.api.feed.FeedDao.OfficeFeed;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/** How the feed of an office is: a pure function of what is known about it. */
enum FeedState {
    /** Reports, or has no reason to. */
    OK,
    /** Reported, but has said nothing for too long while the office was open. */
    SILENT,
    /** There is a queue system, but nothing ever came. */
    NEVER,
    /** There is no queue system. */
    NONE;

    /** The name in the database and for readers. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param patience so much opening time may pass without a visit */
    static FeedState of(OfficeFeed feed, Duration patience, Instant now) {
        Instant last = feed.lastVisitUntil();
        if (last == null) {
            return feed.registered() ? NEVER : NONE;
        }
        if (feed.byFile()) {
            return OK;
        }
        Duration quiet = OpeningHours.ofText(feed.openingHours())
                .openBetween(last, now, ZoneId.of(feed.timeZone()), patience.plusMillis(1));
        return quiet.compareTo(patience) > 0 ? SILENT : OK;
    }
}
