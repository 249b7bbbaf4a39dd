/**
 * What operators do with records that could not be counted: list them, look at one, replay them after a fix.
 *
 * <p>Shows no answer and no language of a readable record, and decides nothing about counting: that is what streams does
 * when a record comes again.
 *
 * <p>Start reading with {@link de.visitenkarte.api.quarantine.Quarantine}.
 */
@NullMarked
package de.visitenkarte.api.quarantine;

import org.jspecify.annotations.NullMarked;
