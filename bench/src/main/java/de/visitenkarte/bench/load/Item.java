package de.visitenkarte.bench.load;

import java.util.Map;

/**
 * One rating or visit.
 *
 * @param kind says where it is sent
 * @param source the device or the queue system
 * @param number the source's own consecutive number
 * @param json as the source writes it
 * @param effect how much it adds to which figure, by the figure's name; what {@link Figures} says
 */
public record Item(Kind kind, String source, long number, String json, Map<String, Long> effect) {

    /** Where an item is sent. */
    public enum Kind {
        RATING("v1/ratings", "ratings"),
        VISIT("v1/visits", "visits");

        private final String path;
        private final String field;

        Kind(String path, String field) {
            this.path = path;
            this.field = field;
        }

        String path() {
            return path;
        }

        /** The field of a batch that holds the items. */
        String field() {
            return field;
        }
    }

    /** Returns what tells it from all others: source and number. */
    public String identity() {
        return source + "/" + number;
    }
}
