/**
 * What simulated tablets and queue systems send while processes die, and the journal of it.
 *
 * <p>Reaches the product as its users do, by HTTP, and, to poison it, by Kafka; decides nothing about right and wrong beyond
 * what a tablet could.
 *
 * <p>Start reading with {@link de.visitenkarte.bench.load.Load}.
 */
@NullMarked
package de.visitenkarte.bench.load;

import org.jspecify.annotations.NullMarked;
