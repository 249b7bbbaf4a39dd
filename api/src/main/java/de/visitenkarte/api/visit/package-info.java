/**
 * Accepts served visits from queue systems.
 *
 * <p>Never accepts a ticket number or a clerk.
 *
 * <p>Start reading with {@link de.visitenkarte.api.visit.VisitResource}.
 */
@NullMarked
package de.visitenkarte.api.visit;

import org.jspecify.annotations.NullMarked;
