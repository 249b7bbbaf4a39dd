/**
 * The whole product as separate processes on loopback, each of which can be killed, stalled and started again by itself.
 *
 * <p>Knows how to start and to end processes, and nothing about what is sent through them or what has to come of it.
 *
 * <p>Start reading with {@link de.visitenkarte.bench.cluster.Cluster}.
 */
@NullMarked
package de.visitenkarte.bench.cluster;

import org.jspecify.annotations.NullMarked;
