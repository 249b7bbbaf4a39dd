package de.visitenkarte.standalone.demo;

import java.time.Instant;

/** The 15-minute grid on which everything is counted. */
final class Bucket {

    private static final long SECONDS = 15 * 60;

    private Bucket() {}

    /** Returns the start of the bucket an instant lies in. */
    static Instant of(Instant time) {
        return Instant.ofEpochSecond(time.getEpochSecond() - Math.floorMod(time.getEpochSecond(), SECONDS));
    }
}
