/**
 * The application: HTTP, PostgreSQL, what goes to Kafka and what comes back.
 *
 * <p>This package only wires the features together; each has a package of its own below. It must not contain a rule of the
 * product.
 *
 * <p>Start reading with {@link de.visitenkarte.api.ApiBundle}.
 */
@NullMarked
package de.visitenkarte.api;

import org.jspecify.annotations.NullMarked;
