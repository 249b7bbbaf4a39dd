/**
 * Puts aside what cannot be counted: a record is never lost silently and never stops the stream.
 *
 * <p>Knows no rule about ratings or visits; whoever refuses a record gives the reason.
 *
 * <p>Start reading with {@link de.visitenkarte.streams.quarantine.Verdict}.
 */
@NullMarked
package de.visitenkarte.streams.quarantine;

import org.jspecify.annotations.NullMarked;
