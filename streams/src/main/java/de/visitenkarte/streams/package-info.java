/**
 * The Kafka Streams application: reads ratings and visits, drops repetitions, counts the rest into cells.
 *
 * <p>Only puts the features together: no rule about a rating or a visit may stand here, and nothing in this module may
 * know a database or the api.
 *
 * <p>Start reading with {@link de.visitenkarte.streams.CountingTopology}, then {@link
 * de.visitenkarte.streams.StreamsBundle}.
 */
@NullMarked
package de.visitenkarte.streams;

import org.jspecify.annotations.NullMarked;
