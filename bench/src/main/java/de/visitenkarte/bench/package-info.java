/**
 * Load generators that measure the running product from outside, for {@code docs/performance.md}.
 *
 * <p>They start from the intended time of each event (open loop), so that a stall of the product is not hidden by a generator
 * that waits for it. They know the product's HTTP interface and its database, and no class of it.
 *
 * <p>Start reading with {@link de.visitenkarte.bench.TapToCell}.
 */
@NullMarked
package de.visitenkarte.bench;

import org.jspecify.annotations.NullMarked;
