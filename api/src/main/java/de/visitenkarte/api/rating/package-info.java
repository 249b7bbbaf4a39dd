/**
 * Accepts ratings from tablets.
 *
 * <p>Never lets the exact time of a tap pass, nor where it comes from unless the registration says so.
 *
 * <p>Start reading with {@link de.visitenkarte.api.rating.RatingResource}.
 */
@NullMarked
package de.visitenkarte.api.rating;

import org.jspecify.annotations.NullMarked;
