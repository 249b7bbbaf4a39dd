package de.visitenkarte.api.accounting;

/**
 * A partition of the topic of ratings or of visits.
 *
 * @param kind {@code rating} or {@code visit}
 */
public record SourcePartition(String kind, int partition) {}
