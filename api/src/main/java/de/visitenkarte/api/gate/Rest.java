package de.visitenkarte.api.gate;

/**
 * What the cells of a leaf say beyond what was released of it.
 *
 * @param leaf finest period that is counted by itself: an hour or a day
 * @param numbers people by answer or by waiting time; negative where fewer are in the cells than were released
 */
public record Rest(Period leaf, long[] numbers) {}
