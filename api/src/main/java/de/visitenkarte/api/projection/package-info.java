/**
 * Writes the cells that streams computed to PostgreSQL, each exactly once.
 *
 * <p>Computes no figure and releases nothing.
 *
 * <p>Start reading with {@link de.visitenkarte.api.projection.CellProjector}.
 */
@NullMarked
package de.visitenkarte.api.projection;

import org.jspecify.annotations.NullMarked;
