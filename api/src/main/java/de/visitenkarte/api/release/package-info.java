/**
 * Decides what people may see: takes what is new in the private cells to the gate, and sums up the blocks it releases.
 *
 * <p>Nothing but this package writes a released figure, and no reader sees anything else.
 *
 * <p>Start reading with {@link
 * de.visitenkarte.api.release.Releaser}.
 */
@NullMarked
package de.visitenkarte.api.release;

import org.jspecify.annotations.NullMarked;
