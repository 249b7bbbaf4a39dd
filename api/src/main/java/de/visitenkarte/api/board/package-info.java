/**
 * The built-in board: released figures as JSON for its page.
 *
 * <p>Reads the schema {@code dash} and nothing else, as the role {@code dash_reader}.
 *
 * <p>Start reading with {@link de.visitenkarte.api.board.BoardResource}.
 */
@NullMarked
package de.visitenkarte.api.board;

import org.jspecify.annotations.NullMarked;
