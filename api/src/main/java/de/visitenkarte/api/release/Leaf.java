package de.visitenkarte.api.release;

import de.visitenkarte.api.gate.Period;

/** The finest piece that is counted by itself: waits of an hour, answers and lead times of a day. */
record Leaf(Series series, Period period) {}
