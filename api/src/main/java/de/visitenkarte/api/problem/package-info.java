/**
 * Errors as every client sees them: problem details after RFC 9457, from one catalogue.
 *
 * <p>Shows no class names, SQL or messages of libraries, and never logs what a client sent.
 *
 * <p>Start reading with {@link de.visitenkarte.api.problem.ProblemType}.
 */
@NullMarked
package de.visitenkarte.api.problem;

import org.jspecify.annotations.NullMarked;
