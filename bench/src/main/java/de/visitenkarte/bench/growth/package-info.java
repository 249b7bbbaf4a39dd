/**
 * The laws by which cost grows, each measured at three sizes and asserted: a violation ends the benchmark with an error.
 *
 * <p>Counts processor time, records and bytes rather than seconds, so that a shared machine may run it; reads no cell.
 *
 * <p>Start reading with {@link de.visitenkarte.bench.growth.Growth}.
 */
@NullMarked
package de.visitenkarte.bench.growth;

import org.jspecify.annotations.NullMarked;
