package de.visitenkarte.standalone.demo;

import java.time.Instant;
import java.util.Collection;

/**
 * The events that are sent together: those whose time came after one instant and up to another.
 *
 * @param after exclusive
 * @param upTo inclusive
 */
record Window(Instant after, Instant upTo) {

    boolean contains(Visit visit) {
        return contains(visit.finishedAt());
    }

    boolean contains(Rating rating) {
        return contains(rating.ratedAt());
    }

    private boolean contains(Instant time) {
        return time.isAfter(after) && !time.isAfter(upTo);
    }

    long count(Collection<OfficeDay> days) {
        return days.stream()
                .mapToLong(day -> day.visits().stream()
                                .filter(visit -> contains(visit.event()))
                                .count()
                        + day.ratings().stream()
                                .filter(rating -> contains(rating.event()))
                                .count())
                .sum();
    }
}
