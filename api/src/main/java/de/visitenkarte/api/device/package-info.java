/**
 * The life of a tablet: paired by a code, configured, heard from every five minutes, given new tokens, revoked.
 *
 * <p>Recognising a token is the registry's. Knows no rating, and must never tell how many came from which tablet: each stands
 * in one area.
 *
 * <p>Start reading with {@link de.visitenkarte.api.device.Tablets} for managers and {@link
 * de.visitenkarte.api.device.DeviceResource} for tablets.
 */
@NullMarked
package de.visitenkarte.api.device;

import org.jspecify.annotations.NullMarked;
