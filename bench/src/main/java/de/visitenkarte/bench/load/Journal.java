package de.visitenkarte.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What was sent, on disk before it was sent, and what was answered. Lines: {@code sent} or {@code answered}, time in
 * milliseconds, identity, what was said, effect. Safe for use by several threads.
 */
public final class Journal implements AutoCloseable {

    private final FileChannel file;
    private final Map<String, Item> sent = new ConcurrentHashMap<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Map<String, Item> reused = new ConcurrentHashMap<>();
    private final AtomicLong attempts = new AtomicLong();

    public Journal(Path path) throws IOException {
        this.file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Notes an attempt to send items; returns when that is on disk. */
    void sending(List<Item> items, String how) {
        items.forEach(item -> sent.putIfAbsent(item.identity(), item));
        attempts.addAndGet(items.size());
        write("sent", items, how, true);
    }

    /** Notes an attempt to send an item whose number was used before; returns when that is on disk. */
    void sendingReuse(Item item) {
        reused.put(item.identity(), item);
        attempts.incrementAndGet();
        write("sent", List.of(item), "reuse", true);
    }

    /** Notes that the product has taken the items. */
    void acknowledged(List<Item> items, String verdict) {
        items.forEach(item -> acknowledged.add(item.identity()));
        write("answered", items, verdict, false);
    }

    /** Returns all items that were ever sent, by identity. */
    public Map<String, Item> sent() {
        return Map.copyOf(sent);
    }

    /** Returns the identities of those that were acknowledged. */
    public Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    /** Returns the items that reused a number. */
    public Map<String, Item> reused() {
        return Map.copyOf(reused);
    }

    /** Returns how often an item was sent, repetitions included. */
    public long attempts() {
        return attempts.get();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private synchronized void write(String what, List<Item> items, String how, boolean durable) {
        long now = System.currentTimeMillis();
        StringBuilder lines = new StringBuilder();
        for (Item item : items) {
            lines.append(what).append(' ').append(now).append(' ').append(item.identity());
            lines.append(' ').append(how).append(' ').append(item.effect()).append('\n');
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            if (durable) {
                file.force(false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be written", e);
        }
    }
}
