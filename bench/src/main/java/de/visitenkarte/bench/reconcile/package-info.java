/**
 * What became of everything that was sent: compares the journal with the topics, the private cells and the dead letters, by
 * identity.
 *
 * <p>Only reads, and computes the expected figures in its own way, not with the classes that count in the product.
 *
 * <p>Start reading with {@link de.visitenkarte.bench.reconcile.Reconciliation}.
 */
@NullMarked
package de.visitenkarte.bench.reconcile;

import org.jspecify.annotations.NullMarked;
