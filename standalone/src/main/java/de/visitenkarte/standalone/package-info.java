/**
 * Everything in one process for evaluation, demo and end-to-end tests: PostgreSQL, Kafka, api and streams.
 *
 * <p>Must not change how the applications behave: they run as in production and reach the database and the broker by
 * address.
 *
 * <p>Start reading with {@link de.visitenkarte.standalone.Standalone}.
 */
@NullMarked
package de.visitenkarte.standalone;

import org.jspecify.annotations.NullMarked;
