/**
 * Valid things for tests to begin with: an authority with its offices, cells as streams would write them, a fake producer.
 *
 * <p>Must not check anything, and must not be needed to understand what a test is about.
 *
 * <p>Start reading with {@link de.visitenkarte.api.examples.Examples}.
 */
@NullMarked
package de.visitenkarte.api.examples;

import org.jspecify.annotations.NullMarked;
