package de.visitenkarte.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A tablet or a queue system: keeps what it recorded until it is taken, however long that takes, and makes every mistake
 * that one can make on the way: sends again what was taken, goes away before the answer, sends the same from three
 * threads at once, uses a number twice.
 */
final class Sender implements Runnable {

    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final int LARGEST_BATCH = 200;
    private static final int STORM_THREADS = 3;
    private static final int STORM_SENDS = 10;

    private final BlockingQueue<Item> outbox = new LinkedBlockingQueue<>();
    private final AtomicInteger unsent = new AtomicInteger();
    private final Client client;
    private final Journal journal;
    private final Random random;

    Sender(Client client, Journal journal, Random random) {
        this.client = client;
        this.journal = journal;
        this.random = random;
    }

    /** Puts items into the outbox. */
    void record(List<Item> recorded) {
        unsent.addAndGet(recorded.size());
        outbox.addAll(recorded);
    }

    /** Returns how many items were recorded and not yet taken. */
    int unsent() {
        return unsent.get();
    }

    @Override
    public void run() {
        try {
            while (true) {
                List<Item> batch = new ArrayList<>(List.of(outbox.take()));
                outbox.drainTo(batch, LARGEST_BATCH - 1);
                deliver(batch);
                unsent.addAndGet(-batch.size());
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(List<Item> batch) throws InterruptedException {
        double mischief = random.nextDouble();
        if (mischief < 0.08) {
            journal.sending(batch, "leaving");
            client.sendAndLeave(batch);
        }
        sendUntilTaken(batch);
        if (mischief > 0.92) {
            journal.sending(batch, "again");
            boolean unused = client.send(batch);
        } else if (mischief > 0.91) {
            storm(batch.get(0));
        } else if (mischief > 0.88 && batch.get(0).kind() == Item.Kind.RATING) {
            reuse(batch.get(0));
        }
    }

    private void sendUntilTaken(List<Item> batch) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            journal.sending(batch, "attempt-" + attempt);
            if (client.send(batch)) {
                journal.acknowledged(batch, "202");
                return;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
    }

    private void storm(Item item) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < STORM_THREADS; i++) {
            threads.add(new Thread(() -> sendOften(item), "storm"));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void sendOften(Item item) {
        try {
            for (int i = 0; i < STORM_SENDS; i++) {
                journal.sending(List.of(item), "storm");
                boolean unused = client.send(List.of(item));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void reuse(Item original) throws InterruptedException {
        Item other = Items.reuse(original);
        journal.sendingReuse(other);
        boolean unused = client.send(List.of(other));
    }
}
