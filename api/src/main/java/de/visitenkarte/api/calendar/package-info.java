/**
 * When offices are open: opening hours as the registry writes them, and holidays.
 *
 * <p>Pure functions of a date; knows no office. The only part of the api that the demo uses too, so that simulated visitors
 * come when the product takes an office for open.
 *
 * <p>Start reading with {@link de.visitenkarte.api.calendar.OpeningHours}.
 */
@NullMarked
package de.visitenkarte.api.calendar;

import org.jspecify.annotations.NullMarked;
