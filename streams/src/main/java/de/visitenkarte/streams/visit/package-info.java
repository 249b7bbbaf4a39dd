/**
 * What is special about visits: when one is acceptable, what identifies it, which cell it changes.
 *
 * <p>Pure functions only; no Kafka.
 *
 * <p>Start reading with {@link de.visitenkarte.streams.visit.VisitCounting}.
 */
@NullMarked
package de.visitenkarte.streams.visit;

import org.jspecify.annotations.NullMarked;
