/**
 * Recognises repetitions: the same source may deliver the same number any number of times, it counts once.
 *
 * <p>Knows no rule about ratings or visits; whoever uses it says what identifies an event.
 *
 * <p>Start reading with {@link de.visitenkarte.streams.deduplication.SeenPage}.
 */
@NullMarked
package de.visitenkarte.streams.deduplication;

import org.jspecify.annotations.NullMarked;
