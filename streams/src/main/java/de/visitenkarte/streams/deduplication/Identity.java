package de.visitenkarte.streams.deduplication;

/**
 * What makes an event the same event when it comes again.
 *
 * @param source who numbers: the device, or the integration and office; all events of a source have to come through one
 *     partition
 * @param sequenceNumber the source's own consecutive number, at least 1
 * @param bodyHash tells a repetition from a reuse of the number
 */
public record Identity(String source, long sequenceNumber, long bodyHash) {

    public Identity {
        if (sequenceNumber < 1) {
            throw new IllegalArgumentException("Sequence numbers start with 1, this is " + sequenceNumber);
        }
    }

    /** Returns the key of the page on which this number is noted. */
    String pageKey() {
        return source + "/" + sequenceNumber / SeenPage.SLOTS;
    }

    /** Returns the place of this number on its page. */
    int slot() {
        return (int) (sequenceNumber % SeenPage.SLOTS);
    }

    /** Returns the key under which this body is noted when it was refused. */
    String bodyKey() {
        return source + "/" + sequenceNumber + "/" + Long.toHexString(bodyHash);
    }

    /** Returns the part of the hash that is kept: one reuse in four thousand million would pass as a repetition. */
    int shortHash() {
        return (int) bodyHash;
    }
}
