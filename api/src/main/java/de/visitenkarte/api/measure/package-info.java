/**
 * The log of measures: what an authority did to become better, and when. The evaluation compares before and after by it.
 *
 * <p>Must not delete anything, and knows no figures. Start with {@link de.visitenkarte.api.measure.Measures}.
 */
@NullMarked
package de.visitenkarte.api.measure;

import org.jspecify.annotations.NullMarked;
