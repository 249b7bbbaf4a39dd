/**
 * Migrates the database that this module owns, and gives access to it.
 *
 * <p>Contains no queries: those stand with the features.
 *
 * <p>Start reading with {@link de.visitenkarte.api.database.Database}.
 */
@NullMarked
package de.visitenkarte.api.database;

import org.jspecify.annotations.NullMarked;
