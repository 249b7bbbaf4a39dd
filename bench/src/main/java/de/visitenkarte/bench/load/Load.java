package de.visitenkarte.bench.load;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Ratings and visits at a fixed rate, whatever becomes of the earlier ones: recorded by the tablets at their time, and sent
 * as soon as the product takes them. All threads end with {@link #close()}.
 */
public final class Load implements AutoCloseable {

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration PROBES_BACK = Duration.ofDays(60);
    private static final int DRAINED = 300;

    private final Journal journal;
    private final Answers answers = new Answers();
    private final Poison poison;
    private final Map<String, Sender> senders = new LinkedHashMap<>();
    private final Map<String, Items> makers = new LinkedHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Random random;
    private final Instant begin;
    private final int rate;
    private volatile boolean stopping;

    /** @param rate items per second, all senders together */
    public Load(List<URI> apis, String kafka, Journal journal, long seed, int rate, Instant begin) {
        this.journal = journal;
        this.random = new Random(seed);
        this.begin = begin;
        this.rate = rate;
        this.poison = new Poison(kafka, new Random(seed + 1));
        Client client = new Client(apis, answers);
        Stream.of(Installation.loadDevices(), Installation.probeDevices(), Installation.queueSystems())
                .flatMap(List::stream)
                .forEach(source -> {
                    makers.put(source, new Items(source, seed, begin));
                    Random mischief = new Random(seed ^ source.hashCode());
                    senders.put(source, new Sender(client, journal, mischief));
                });
    }

    /** Starts sending in the background. */
    public void start() {
        senders.forEach((source, sender) -> startThread(sender, source));
        startThread(this::record, "load");
    }

    /**
     * Records one fresh rating in each office, in a quarter hour that nothing else uses; returns the start of that in
     * seconds since 1970.
     *
     * @param index of the probe; never used twice
     */
    public long probe(int index) {
        Instant bucket = Instant.ofEpochSecond(begin.getEpochSecond() / QUARTER.toSeconds() * QUARTER.toSeconds())
                .minus(PROBES_BACK)
                .minus(QUARTER.multipliedBy(index));
        for (String device : Installation.probeDevices()) {
            record(device, List.of(maker(device).rating(bucket.plusSeconds(1))));
        }
        return bucket.getEpochSecond();
    }

    /** Stops recording; what was recorded is still being sent. */
    public void stopRecording() {
        stopping = true;
    }

    /** Returns how many items were recorded and not yet taken. */
    public int unsent() {
        return senders.values().stream().mapToInt(Sender::unsent).sum();
    }

    public Answers answers() {
        return answers;
    }

    /** Returns where the broker acknowledged poison: topic, partition and offset. */
    public Set<String> poisonedPlaces() {
        return poison.places();
    }

    public Journal journal() {
        return journal;
    }

    @Override
    public void close() {
        stopping = true;
        threads.forEach(Thread::interrupt);
        poison.close();
    }

    private void record() {
        long began = System.nanoTime();
        long interval = TimeUnit.SECONDS.toNanos(1) / rate;
        List<String> devices = Installation.loadDevices();
        for (long i = 0; !stopping; i++) {
            while (System.nanoTime() < began + i * interval && !stopping) {
                LockSupport.parkNanos(began + i * interval - System.nanoTime());
            }
            recordOne(devices.get(random.nextInt(devices.size())), random.nextDouble());
        }
    }

    private void recordOne(String device, double what) {
        if (what < 0.10) {
            String queue = Installation.queueSystems().get(random.nextInt(Installation.AUTHORITIES.size()));
            record(queue, List.of(maker(queue).visit()));
        } else if (what < 0.11) {
            sendPoison();
        } else if (what < 0.112) {
            record(
                    device,
                    Stream.generate(maker(device)::oldRating).limit(DRAINED).toList());
        } else {
            record(device, List.of(maker(device).rating()));
        }
    }

    private void sendPoison() {
        // Waits up to a second for a broker that is away; the open loop catches up afterwards.
        try {
            poison.send();
        } catch (RuntimeException away) {
            answers.none();
        }
    }

    private void record(String source, List<Item> items) {
        Sender sender = senders.get(source);
        if (sender == null) {
            throw new IllegalArgumentException("no such source: " + source);
        }
        sender.record(items);
    }

    private Items maker(String source) {
        Items items = makers.get(source);
        if (items == null) {
            throw new IllegalArgumentException("no such source: " + source);
        }
        return items;
    }

    private void startThread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }
}
