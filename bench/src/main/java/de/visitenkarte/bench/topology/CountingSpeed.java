package de.visitenkarte.bench.topology;

import com.sun.management.OperatingSystemMXBean;
import de.visitenkarte.bench.http.Fleet;
import de.visitenkarte.standalone.kafka.EmbeddedKafka;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/**
 * Measures how many events a second the topology counts, from the first until the last is committed; broker and topology in
 * this process.
 *
 * <p>Arguments: directory for the data, events, percentage of visits, stream threads, {@code application} or a processing
 * guarantee of Kafka Streams, runs. Every run has a directory, a broker and a state of its own; the first is a warm-up of a
 * fifth of the events and is not counted.
 */
public final class CountingSpeed {

    private static final Fleet FLEET = new Fleet(550, 1500);
    private static final int WARM_UP_SHARE = 5;

    private final Path directory;
    private final int visitsPercent;
    private final int threads;
    private final String guarantee;

    private CountingSpeed(Path directory, int visitsPercent, int threads, String guarantee) {
        this.directory = directory;
        this.visitsPercent = visitsPercent;
        this.threads = threads;
        this.guarantee = guarantee;
    }

    /** Runs what the arguments say and prints lines of a table in Markdown. */
    public static void main(String[] arguments) throws Exception {
        int events = Integer.parseInt(arguments[1]);
        CountingSpeed speed = new CountingSpeed(
                Path.of(arguments[0]), Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]), arguments[4]);
        int runs = Integer.parseInt(arguments[5]);
        speed.run(0, events / WARM_UP_SHARE);
        double[] rates = new double[runs];
        for (int run = 0; run < runs; run++) {
            rates[run] = speed.run(1 + run, events);
        }
        Arrays.sort(rates);
        System.out.printf(
                Locale.ROOT,
                "| topology, %s, %d threads, %d %% visits, median of %d runs | %.0f events/s |%n",
                arguments[4],
                speed.threads,
                speed.visitsPercent,
                runs,
                rates[runs / 2]);
        // Kafka's server leaves threads behind.
        Runtime.getRuntime().halt(0);
    }

    private double run(int number, int events) throws Exception {
        Path place = Files.createDirectories(directory.resolve("run-" + number));
        try (EmbeddedKafka kafka = EmbeddedKafka.start(place.resolve("kafka"));
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            EventFill.createTopics(admin);
            try (EventFill fill = new EventFill(kafka.bootstrapServers(), FLEET, EventFill.bucketsOf(events, FLEET))) {
                fill.write(1, events, visitsPercent);
            }
            return count(place, kafka, new Progress(admin), events, System.out);
        }
    }

    private double count(Path place, EmbeddedKafka kafka, Progress progress, int events, PrintStream out)
            throws Exception {
        long cpu = cpuNanos();
        long began = System.nanoTime();
        AutoCloseable engine = start(kafka, place.resolve("state"));
        try {
            progress.awaitEnd();
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            double rate = events * 1e9 / took.toNanos();
            out.printf(
                    Locale.ROOT,
                    "| %d events | %.1f s | %.0f/s | %.1f CPU-s per million, broker included |%n",
                    events,
                    took.toMillis() / 1000.0,
                    rate,
                    (cpuNanos() - cpu) / 1e3 / events);
            return rate;
        } finally {
            engine.close();
        }
    }

    private AutoCloseable start(EmbeddedKafka kafka, Path state) throws Exception {
        String servers = kafka.bootstrapServers();
        return guarantee.equals("application")
                ? Engine.start(servers, state, threads)
                : PlainEngine.start(servers, state, threads, guarantee);
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
