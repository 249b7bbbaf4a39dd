/**
 * What a tablet asks of the server besides posting ratings.
 *
 * <p>Tells a device about itself only.
 *
 * <p>Start reading with {@link de.visitenkarte.api.device.DeviceResource}.
 */
@NullMarked
package de.visitenkarte.api.device;

import org.jspecify.annotations.NullMarked;
