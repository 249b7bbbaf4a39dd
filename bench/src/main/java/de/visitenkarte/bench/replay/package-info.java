/**
 * How fast the whole product builds its tables from its topics, and how soon it is up to date again after it was killed.
 *
 * <p>Looks at the tables only; must not know how events become cells.
 *
 * <p>Start reading with {@link de.visitenkarte.bench.replay.Replay}.
 */
@NullMarked
package de.visitenkarte.bench.replay;

import org.jspecify.annotations.NullMarked;
