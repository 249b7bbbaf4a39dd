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

    static final SeenPage EMPTY = new SeenPage(0, new int[0]);

    private final long bitmap;
    private final int[] hashes;

    private SeenPage(long bitmap, int[] hashes) {
        this.bitmap = bitmap;
        this.hashes = hashes;
    }

    /** Returns the hash that was noted for a slot; empty if the number was not seen. */
    OptionalInt find(int slot) {
        return (bitmap & bit(slot)) == 0 ? OptionalInt.empty() : OptionalInt.of(hashes[rank(slot)]);
    }

    /**
     * Returns this page with one number more.
     *
     * @throws IllegalStateException if the number was seen before: the first body stays
     */
    SeenPage with(int slot, int hash) {
        if (find(slot).isPresent()) {
            throw new IllegalStateException("Slot " + slot + " is taken");
        }
        int rank = rank(slot);
        int[] more = new int[hashes.length + 1];
        System.arraycopy(hashes, 0, more, 0, rank);
        more[rank] = hash;
        System.arraycopy(hashes, rank, more, rank + 1, hashes.length - rank);
        return new SeenPage(bitmap | bit(slot), more);
    }

    byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + hashes.length * Integer.BYTES);
        bytes.putLong(bitmap);
        bytes.asIntBuffer().put(hashes);
        return bytes.array();
    }

    /**
     * Returns the page that {@link #toBytes()} wrote; the empty page is never written.
     *
     * @throws IllegalArgumentException if the length is not the one that the bitmap asks for
     */
    static SeenPage fromBytes(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long bitmap = buffer.remaining() < Long.BYTES ? 0 : buffer.getLong();
        int[] hashes = new int[Long.bitCount(bitmap)];
        if (hashes.length == 0 || buffer.remaining() != hashes.length * Integer.BYTES) {
            throw new IllegalArgumentException("Not a page of sequence numbers: " + bytes.length + " bytes");
        }
        buffer.asIntBuffer().get(hashes);
        return new SeenPage(bitmap, hashes);
    }

    /** Returns how many seen numbers stand before a slot, which is the place of its hash. */
    private int rank(int slot) {
        return Long.bitCount(bitmap & (bit(slot) - 1));
    }

    private static long bit(int slot) {
        return 1L << slot;
    }
}
