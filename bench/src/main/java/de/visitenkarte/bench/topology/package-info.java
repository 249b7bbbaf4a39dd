/**
 * How fast the topology counts, and what it costs as the state grows: the real application on a broker in the same process.
 *
 * <p>Fills the topics before the clock starts, so that no generator runs beside the measurement; knows of the cells only how
 * many rows they are.
 *
 * <p>Start reading with {@link de.visitenkarte.bench.topology.CountingSpeed}.
 */
@NullMarked
package de.visitenkarte.bench.topology;

import org.jspecify.annotations.NullMarked;
