/**
 * A real PostgreSQL from the binaries on the class path, for one instance and without installation.
 *
 * <p>Must not know the product's schema; the {@code api} reaches the database by its address, as in production.
 *
 * <p>Start reading with {@link de.visitenkarte.standalone.postgres.EmbeddedPostgres}.
 */
@NullMarked
package de.visitenkarte.standalone.postgres;

import org.jspecify.annotations.NullMarked;
