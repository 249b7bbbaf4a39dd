/**
 * How a batch from a device or a queue system is taken in: item by item, with a verdict for each.
 *
 * <p>Answers only after the broker acknowledged; remembers no content of an item.
 *
 * <p>Start reading with {@link de.visitenkarte.api.intake.Intake}.
 */
@NullMarked
package de.visitenkarte.api.intake;

import org.jspecify.annotations.NullMarked;
