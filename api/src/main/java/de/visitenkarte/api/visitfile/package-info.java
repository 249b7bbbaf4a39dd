/**
 * Reads visits of offices without a queue system from CSV files.
 *
 * <p>Reports everything that is wrong with a file at once, and never reads a column for a clerk, a ticket or a person.
 *
 * <p>Start reading with {@link de.visitenkarte.api.visitfile.VisitFileReader}.
 */
@NullMarked
package de.visitenkarte.api.visitfile;

import org.jspecify.annotations.NullMarked;
