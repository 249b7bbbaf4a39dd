package de.visitenkarte.standalone.demo;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One visitor's answers as the tablet sends them.
 *
 * @param ratedAt whole seconds
 * @param language BCP 47 tag
 * @param answers value by question id, in the order in which they were asked; {@code overall} is always there
 */
record Rating(String deviceId, String areaId, Instant ratedAt, String language, Map<String, Integer> answers) {

    Rating {
        if (!answers.containsKey("overall")) {
            throw new IllegalArgumentException("a rating answers at least the question overall");
        }
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }
}
