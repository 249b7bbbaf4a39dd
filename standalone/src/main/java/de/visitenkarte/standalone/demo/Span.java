package de.visitenkarte.standalone.demo;

/**
 * A stretch of time in seconds since 1970-01-01T00:00:00Z.
 *
 * @param to exclusive
 */
record Span(long from, long to) {

    Span {
        if (from > to) {
            throw new IllegalArgumentException("a span ends after it begins: " + from + "…" + to);
        }
    }
}
