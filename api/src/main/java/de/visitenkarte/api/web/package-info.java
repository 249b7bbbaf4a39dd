/**
 * What holds for every answer: security headers, caching, size limits, the static pages.
 *
 * <p>Knows no feature of the product.
 *
 * <p>Start reading with {@link de.visitenkarte.api.web.WebBundle}.
 */
@NullMarked
package de.visitenkarte.api.web;

import org.jspecify.annotations.NullMarked;
