package de.visitenkarte.streams.counting;

import java.util.function.UnaryOperator;

/**
 * One event's change of one cell. Changes commute, so that any order of arrival gives the same cells.
 *
 * @param key the identity of the cell as text: its parts with {@code /} between them, the office first
 * @param empty the cell before anything was counted
 * @param count counts the event
 */
public record CellChange<C>(String key, C empty, UnaryOperator<C> count) {}
