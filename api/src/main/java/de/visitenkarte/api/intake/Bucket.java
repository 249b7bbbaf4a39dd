package de.visitenkarte.api.intake;

import java.time.Duration;
import java.time.Instant;

/** The quarter hour: the finest time that leaves this package. */
public final class Bucket {

    /** Length of a bucket. Every time zone is a multiple of it away from UTC, so buckets never cross a local day. */
    public static final Duration LENGTH = Duration.ofMinutes(15);

    private Bucket() {}

    /** Returns the start of the bucket that an instant lies in. */
    public static Instant startOf(Instant instant) {
        long seconds = LENGTH.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), seconds) * seconds);
    }
}
