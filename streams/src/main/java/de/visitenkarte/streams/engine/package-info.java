/**
 * Runs a topology: waits for Kafka, creates the topics, starts, restarts and stops Kafka Streams, says how it is.
 *
 * <p>Knows no topology and no event; gets the topology as a function.
 *
 * <p>Start reading with {@link de.visitenkarte.streams.engine.StreamsEngine}.
 */
@NullMarked
package de.visitenkarte.streams.engine;

import org.jspecify.annotations.NullMarked;
