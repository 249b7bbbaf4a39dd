/**
 * The release gate: which people's numbers are released together, and how much of a sum of such blocks people see.
 *
 * <p>Pure functions of their arguments; must know neither the database nor the clock. Start reading with {@link
 * de.visitenkarte.api.gate.ReleaseGate}.
 */
@NullMarked
package de.visitenkarte.api.gate;

import org.jspecify.annotations.NullMarked;
