/**
 * Work that goes on beside the requests and survives the absence of what it needs.
 *
 * <p>Knows nothing of what it runs.
 *
 * <p>Start reading with {@link de.visitenkarte.api.background.BackgroundLoop}.
 */
@NullMarked
package de.visitenkarte.api.background;

import org.jspecify.annotations.NullMarked;
