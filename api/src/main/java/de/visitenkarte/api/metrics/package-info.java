/**
 * Metrics and readiness on the admin port.
 *
 * <p>Meters themselves are declared where they are counted.
 *
 * <p>Start reading with {@link de.visitenkarte.api.metrics.MetricsBundle}.
 */
@NullMarked
package de.visitenkarte.api.metrics;

import org.jspecify.annotations.NullMarked;
