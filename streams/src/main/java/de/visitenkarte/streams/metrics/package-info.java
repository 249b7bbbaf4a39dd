/**
 * The registry of all meters of this application, and its page for Prometheus.
 *
 * <p>Declares no meter of a feature; each feature registers its own.
 *
 * <p>Start reading with {@link de.visitenkarte.streams.metrics.Metrics}.
 */
@NullMarked
package de.visitenkarte.streams.metrics;

import org.jspecify.annotations.NullMarked;
