/**
 * What the release costs: a whole history at once, and minute by minute beside many authorities.
 *
 * <p>Writes cells into a database of its own, without Kafka. Start reading with {@link
 * de.visitenkarte.bench.release.ReleaseRuns}.
 */
@NullMarked
package de.visitenkarte.bench.release;

import org.jspecify.annotations.NullMarked;
