/**
 * The few formulas behind the figures, each with its source.
 *
 * <p>Pure functions: no state, no I/O.
 *
 * <p>Start reading with {@link de.visitenkarte.api.statistics.Wilson}.
 */
@NullMarked
package de.visitenkarte.api.statistics;

import org.jspecify.annotations.NullMarked;
