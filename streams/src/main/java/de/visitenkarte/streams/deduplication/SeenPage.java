package de.visitenkarte.streams.deduplication;

import java.nio.ByteBuffer;
import java.util.OptionalInt;

/**
 * Which of 64 consecutive sequence numbers of one source were seen, and with which body. Immutable.
 *
 * <p>As bytes: the bitmap (8 bytes, bit i for slot i), then a hash of 4 bytes for each set bit in ascending order; the
 * same page has always the same bytes. A full page has 264 bytes, so a rating costs 4.1 bytes plus its share of the key
 * (a device id of 30 characters: half a byte). Ten years of a busy tablet, 100 ratings a day, are 1.7 MB.
 *
 * <p>State therefore grows with devices and with ratings ÷ 64, slowly but without an end. It must not be cut by age
 * alone: a number forgotten is a number that counts again when an old tablet sends it again. Pages of a device that was
 * withdrawn, or below a number that the device confirmed as delivered, may go; nothing needs that yet.
 */
final class SeenPage {

    /** How many sequence numbers share a page. */
    static final int SLOTS = Long.SIZE;

    static final SeenPage EMPTY = new SeenPage(new byte[Long.BYTES]);

    private final byte[] bytes;
    private final long bitmap;

    private SeenPage(byte[] bytes) {
        this.bytes = bytes;
        this.bitmap = ByteBuffer.wrap(bytes).getLong();
    }

    /** Returns the hash that was noted for a slot; empty if the number was not seen. */
    OptionalInt find(int slot) {
        return (bitmap & bit(slot)) == 0
                ? OptionalInt.empty()
                : OptionalInt.of(ByteBuffer.wrap(bytes).getInt(placeOf(slot)));
    }

    /**
     * Returns this page with one number more.
     *
     * @throws IllegalStateException if the number was seen before: the first body stays
     */
    SeenPage with(int slot, int hash) {
        if ((bitmap & bit(slot)) != 0) {
            throw new IllegalStateException("Slot " + slot + " is taken");
        }
        int place = placeOf(slot);
        ByteBuffer more = ByteBuffer.allocate(bytes.length + Integer.BYTES);
        more.put(bytes, 0, place).putInt(hash).put(bytes, place, bytes.length - place);
        more.putLong(0, bitmap | bit(slot));
        return new SeenPage(more.array());
    }

    /** Returns the bytes of this page itself; whoever gets them must not change them. */
    byte[] toBytes() {
        return bytes;
    }

    /**
     * Returns the page that {@link #toBytes()} wrote; the empty page is never written.
     *
     * @param bytes become the page; must not be changed afterwards
     * @throws IllegalArgumentException if the length is not the one that the bitmap asks for
     */
    static SeenPage fromBytes(byte[] bytes) {
        int hashes = bytes.length < Long.BYTES
                ? 0
                : Long.bitCount(ByteBuffer.wrap(bytes).getLong());
        if (hashes == 0 || bytes.length != Long.BYTES + hashes * Integer.BYTES) {
            throw new IllegalArgumentException("Not a page of sequence numbers: " + bytes.length + " bytes");
        }
        return new SeenPage(bytes);
    }

    /** Returns where the hash of a slot stands, or would stand: behind those of all seen numbers before it. */
    private int placeOf(int slot) {
        return Long.BYTES + Integer.BYTES * Long.bitCount(bitmap & (bit(slot) - 1));
    }

    private static long bit(int slot) {
        return 1L << slot;
    }
}
