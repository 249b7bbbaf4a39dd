/**
 * Who takes part: authorities, offices, areas, devices, queue systems, instruments; and who is asking.
 *
 * <p>Keeps a copy in memory so that ratings are accepted while PostgreSQL is away; never stores a token.
 *
 * <p>Start reading with {@link de.visitenkarte.api.registry.Registry}.
 */
@NullMarked
package de.visitenkarte.api.registry;

import org.jspecify.annotations.NullMarked;
