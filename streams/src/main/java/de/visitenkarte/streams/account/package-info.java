/**
 * Keeps the books: what every source sent, and what became of it. Accepted is what was counted and what is in quarantine;
 * each of the three is booked by the step that did it, so that an event lost between two steps shows.
 *
 * <p>Knows no rule about ratings or visits; the steps say what happened.
 *
 * <p>Start reading with {@link de.visitenkarte.streams.account.Entry}.
 */
@NullMarked
package de.visitenkarte.streams.account;

import org.jspecify.annotations.NullMarked;
