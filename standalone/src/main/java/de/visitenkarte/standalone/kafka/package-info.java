/**
 * The real Kafka server in this process, for one instance and without installation.
 *
 * <p>Must not know the product's topics; the applications reach the broker by its address, as in production. Kafka's
 * server classes are no public API: nothing outside of this package may use them.
 *
 * <p>Start reading with {@link de.visitenkarte.standalone.kafka.EmbeddedKafka}.
 */
@NullMarked
package de.visitenkarte.standalone.kafka;

import org.jspecify.annotations.NullMarked;
