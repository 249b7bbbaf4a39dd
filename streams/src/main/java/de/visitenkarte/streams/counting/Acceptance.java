package de.visitenkarte.streams.counting;

import java.util.Optional;

/**
 * The rules that every event keeps. The api has checked all of this; it is checked again, because a cell that is wrong
 * once stays wrong.
 */
public final class Acceptance {

    private static final long BUCKET_SECONDS = 15 * 60;

    private Acceptance() {}

    /** Objects to an id that is blank, or that contains the separator of the keys. */
    public static Optional<String> objectionToId(String name, String id) {
        if (id.isBlank()) {
            return Optional.of(name + " is blank");
        }
        return id.indexOf('/') < 0 ? Optional.empty() : Optional.of(name + " contains a '/'");
    }

    /**
     * Objects to a number that nobody can have counted up to.
     *
     * @param sequenceNumber unsigned on the wire; one beyond 2⁶³ is negative here
     */
    public static Optional<String> objectionToSequenceNumber(long sequenceNumber) {
        return sequenceNumber >= 1
                ? Optional.empty()
                : Optional.of("sequence_number is not between 1 and " + Long.MAX_VALUE);
    }

    /**
     * Objects to a bucket that is not on the grid of quarter hours.
     *
     * @param bucketStart in seconds since 1970; 0 is what a message without one says
     */
    public static Optional<String> objectionToBucketStart(long bucketStart) {
        return bucketStart > 0 && bucketStart % BUCKET_SECONDS == 0
                ? Optional.empty()
                : Optional.of("bucket_start is not the start of a quarter hour since 1970");
    }
}
