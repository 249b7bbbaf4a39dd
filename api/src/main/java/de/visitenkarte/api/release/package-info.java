/**
 * Decides what people may see: rolls private cells up and releases figures through the gate.
 *
 * <p>Nothing but this package writes a released figure, and no reader sees anything else.
 *
 * <p>Start reading with {@link de.visitenkarte.api.release.ReleaseGate}.
 */
@NullMarked
package de.visitenkarte.api.release;

import org.jspecify.annotations.NullMarked;
