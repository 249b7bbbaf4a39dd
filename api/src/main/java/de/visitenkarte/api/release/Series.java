package de.visitenkarte.api.release;

/**
 * What is released by itself: people who can be in it once only.
 *
 * @param subject of ratings the question; of waits those {@code with} or {@code without} appointment; of lead times {@code all}
 */
record Series(FigureKey.Kind measure, String officeId, String subject) {}
