package de.visitenkarte.streams.counting;

import java.util.Optional;

/**
 * The rules that every event keeps. The api has checked all of this; it is checked again, because a cell that is wrong
 * once stays wrong, and one that the database refuses keeps everything behind it from being shown.
 */
public final class Acceptance {

    /** Three ids of this length take 0.9 of the 2.7 kB that a key of the database may have. */
    private static final int MAX_ID_CHARACTERS = 100;

    /** The largest number that JavaScript, and so a tablet, counts up to: 2⁵³ − 1. */
    private static final long MAX_SEQUENCE_NUMBER = (1L << 53) - 1;

    private static final long BUCKET_SECONDS = 15 * 60;

    /** Start of the year 10000. A database has its own end of time; this one can be written as a date everywhere. */
    private static final long END_OF_TIME = 253_402_300_800L;

    private Acceptance() {}

    /** Objects to an id that is blank or long, or that contains the separator of the keys or a control character. */
    public static Optional<String> objectionToId(String name, String id) {
        if (id.isBlank()) {
            return Optional.of(name + " is blank");
        }
        if (id.length() > MAX_ID_CHARACTERS) {
            return Optional.of(name + " has more than " + MAX_ID_CHARACTERS + " characters");
        }
        for (int i = 0; i < id.length(); i++) {
            if (Character.isISOControl(id.charAt(i))) {
                return Optional.of(name + " contains a control character");
            }
        }
        return id.indexOf('/') < 0 ? Optional.empty() : Optional.of(name + " contains a '/'");
    }

    /**
     * Objects to a number that nobody can have counted up to.
     *
     * @param sequenceNumber unsigned on the wire; one beyond 2⁶³ is negative here
     */
    public static Optional<String> objectionToSequenceNumber(long sequenceNumber) {
        return sequenceNumber >= 1 && sequenceNumber <= MAX_SEQUENCE_NUMBER
                ? Optional.empty()
                : Optional.of("sequence_number is not between 1 and " + MAX_SEQUENCE_NUMBER);
    }

    /**
     * Objects to a bucket that is not on the grid of quarter hours.
     *
     * @param bucketStart in seconds since 1970; 0 is what a message without one says
     */
    public static Optional<String> objectionToBucketStart(long bucketStart) {
        return bucketStart > 0 && bucketStart < END_OF_TIME && bucketStart % BUCKET_SECONDS == 0
                ? Optional.empty()
                : Optional.of("bucket_start is not the start of a quarter hour from 1970 to 9999");
    }
}
