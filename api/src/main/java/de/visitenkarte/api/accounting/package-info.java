/**
 * Checks that nothing is lost and nothing counted twice: what the broker acknowledged, what the books of streams say, and
 * what the cells in PostgreSQL add up to have to agree.
 *
 * <p>Reads only; it mends nothing.
 *
 * <p>Start reading with {@link de.visitenkarte.api.accounting.Accounting}.
 */
@NullMarked
package de.visitenkarte.api.accounting;

import org.jspecify.annotations.NullMarked;
