/**
 * The demo: fictional authorities, a simulator of visitors, and years of back-history.
 *
 * <p>Must reach the product through its HTTP interface only, and never carry a real authority's name.
 *
 * <p>Start reading with {@link de.visitenkarte.standalone.demo.Demo}.
 */
@NullMarked
package de.visitenkarte.standalone.demo;

import org.jspecify.annotations.NullMarked;
