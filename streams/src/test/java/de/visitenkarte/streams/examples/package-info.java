/**
 * Valid ratings and visits with defaults, for the tests of all packages.
 *
 * <p>Holds no expectation about what becomes of them.
 *
 * <p>Start reading with {@link de.visitenkarte.streams.examples.Examples}.
 */
@NullMarked
package de.visitenkarte.streams.examples;

import org.jspecify.annotations.NullMarked;
