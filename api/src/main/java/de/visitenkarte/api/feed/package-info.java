/**
 * Watches whether the queue systems report, and numbers the visits of those feeds that have no numbers of their own.
 *
 * <p>Decides nothing about figures; a silent feed is a state to show, not a fault of this application.
 *
 * <p>Start reading with {@link de.visitenkarte.api.feed.FeedWatch}.
 */
@NullMarked
package de.visitenkarte.api.feed;

import org.jspecify.annotations.NullMarked;
