/**
 * The fault campaign: kills, stalls and starves parts of the running product under load, and says whether anything was lost
 * or counted twice.
 *
 * <p>Decides when which fault comes, and reports; how processes are started, what is sent and how it is compared stands in
 * the packages beside this one.
 *
 * <p>Start reading with {@link de.visitenkarte.bench.faults.Campaign}.
 */
@NullMarked
package de.visitenkarte.bench.faults;

import org.jspecify.annotations.NullMarked;
