/**
 * Reads the queue system ZMS (it-at-m/eappointment): derives visits from its queue, and compares their means with its own.
 *
 * <p>Keeps ticket numbers in memory only; never lets an average of ZMS into a figure.
 *
 * <p>Start reading with {@link de.visitenkarte.api.zms.ZmsPoller}.
 */
@NullMarked
package de.visitenkarte.api.zms;

import org.jspecify.annotations.NullMarked;
