package de.visitenkarte.api.release;

import java.util.Locale;

/**
 * The identity of a figure.
 *
 * @param subject of ratings the question; of waits {@code all} visitors, those {@code with} or {@code without}
 *     appointment; of lead times {@code all} that have one
 */
record FigureKey(Kind kind, Scope scope, Period period, String subject) {

    /** What is measured. */
    enum Kind {
        RATING,
        WAIT,
        LEAD;

        /** The name in the database. */
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns the identity as the database keeps it. */
    String id() {
        return String.join(
                "/",
                kind.label(),
                scope.kind().label(),
                scope.id(),
                period.kind().label(),
                period.startsAt().toString(),
                subject);
    }
}
