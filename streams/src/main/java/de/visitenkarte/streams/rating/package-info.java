/**
 * What is special about ratings: when one is acceptable, what identifies it, which cells it changes.
 *
 * <p>Pure functions only; no Kafka.
 *
 * <p>Start reading with {@link de.visitenkarte.streams.rating.RatingCounting}.
 */
@NullMarked
package de.visitenkarte.streams.rating;

import org.jspecify.annotations.NullMarked;
