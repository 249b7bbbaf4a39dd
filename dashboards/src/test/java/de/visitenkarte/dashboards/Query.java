package de.visitenkarte.dashboards;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A query to PostgreSQL.
 *
 * @param place where it stands, for people
 * @param format {@code table} or {@code time_series}
 */
record Query(String place, String sql, String format) {

    static Query of(String place, JsonNode target) {
        return new Query(
                place, target.path("rawSql").asText(), target.path("format").asText());
    }

    boolean isSeries() {
        return format.equals("time_series");
    }
}
