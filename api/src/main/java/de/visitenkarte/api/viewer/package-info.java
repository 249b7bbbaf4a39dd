/**
 * Reads released figures as somebody: the database itself leaves out what that one may not see.
 *
 * <p>Must not decide who somebody is, and contains no question to the figures: those stand with the features.
 *
 * <p>Start reading with {@link de.visitenkarte.api.viewer.ReleasedReader}.
 */
@NullMarked
package de.visitenkarte.api.viewer;

import org.jspecify.annotations.NullMarked;
