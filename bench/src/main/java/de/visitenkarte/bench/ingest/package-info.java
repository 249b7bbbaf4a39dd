/**
 * How much the running product accepts over HTTP, and how fast it answers.
 *
 * <p>Measures from outside, in a process of its own; must not start or stop the product, which the scripts do.
 *
 * <p>Start reading with {@link de.visitenkarte.bench.ingest.Ingest}.
 */
@NullMarked
package de.visitenkarte.bench.ingest;

import org.jspecify.annotations.NullMarked;
