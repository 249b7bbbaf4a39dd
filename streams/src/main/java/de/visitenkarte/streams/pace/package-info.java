/**
 * Keeps the work per event small: what was parsed stays parsed, and what changed many times goes on once.
 *
 * <p>Must not hold anything that is not in a store too, because a commit may come at any moment.
 *
 * <p>Start reading with {@link de.visitenkarte.streams.pace.RecentValues}.
 */
@NullMarked
package de.visitenkarte.streams.pace;

import org.jspecify.annotations.NullMarked;
