/**
 * The way that ratings and visits share: read, deduplicate, count into cells, quarantine the rest.
 *
 * <p>Knows no rule about ratings or visits; a {@link de.visitenkarte.streams.counting.Counting} brings them.
 *
 * <p>Start reading with {@link de.visitenkarte.streams.counting.CountingSteps}.
 */
@NullMarked
package de.visitenkarte.streams.counting;

import org.jspecify.annotations.NullMarked;
