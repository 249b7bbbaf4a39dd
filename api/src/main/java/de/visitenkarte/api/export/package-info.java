/**
 * Released figures as files for a spreadsheet.
 *
 * <p>Reads the views of {@code dash} through the reader's connection and nothing else, and keeps no file in memory. Start with {@link
 * de.visitenkarte.api.export.Exports}.
 */
@NullMarked
package de.visitenkarte.api.export;

import org.jspecify.annotations.NullMarked;
