/**
 * Joins ratings with waiting times: per office and quarter hour, never per ticket.
 *
 * <p>Must not know a single visit or rating; it starts from the cells.
 *
 * <p>Start reading with {@link de.visitenkarte.streams.waiting.WaitJoin}.
 */
@NullMarked
package de.visitenkarte.streams.waiting;

import org.jspecify.annotations.NullMarked;
