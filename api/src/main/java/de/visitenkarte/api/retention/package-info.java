/**
 * Deletes what has been kept long enough, and proves it.
 *
 * <p>Must not take away what the release gate or the books still need. Start with {@link
 * de.visitenkarte.api.retention.RetentionRules}, which lists what is deleted when; whoever adds a table with an end adds a
 * rule there.
 */
@NullMarked
package de.visitenkarte.api.retention;

import org.jspecify.annotations.NullMarked;
