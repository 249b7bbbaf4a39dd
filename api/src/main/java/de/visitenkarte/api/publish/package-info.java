/**
 * Publishes events to Kafka and waits until the broker has them.
 *
 * <p>Decides nothing about the content of an event.
 *
 * <p>Start reading with {@link de.visitenkarte.api.publish.EventPublisher}.
 */
@NullMarked
package de.visitenkarte.api.publish;

import org.jspecify.annotations.NullMarked;
