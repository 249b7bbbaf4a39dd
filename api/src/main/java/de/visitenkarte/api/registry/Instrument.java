package de.visitenkarte.api.registry;

import java.time.Instant;
import java.util.Map;

/**
 * A published, versioned set of questions.
 *
 * @param publishedAt no rating is older than this
 * @param questions the highest value of each question: 5 for faces, 3 for no, partly, yes
 */
public record Instrument(int version, Instant publishedAt, Map<String, Integer> questions) {}
