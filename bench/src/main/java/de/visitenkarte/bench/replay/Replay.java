package de.visitenkarte.bench.replay;

import de.visitenkarte.bench.http.Fleet;
import de.visitenkarte.bench.topology.EventFill;
import de.visitenkarte.standalone.Options;
import de.visitenkarte.standalone.Standalone;
import de.visitenkarte.standalone.StartListener;
import de.visitenkarte.standalone.kafka.EmbeddedKafka;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * Measures how long the product takes from events in its topics to cells in PostgreSQL, from the start of its streams part;
 * then how long the projector alone takes from the topics of cells to the tables, from the start of its api.
 *
 * <p>Arguments: directory for the data, events, percentage of visits, runs. The first run is a warm-up with a fifth of the
 * events, and is not counted.
 */
public final class Replay {

    private static final Fleet FLEET = new Fleet(550, 1500);
    private static final int WARM_UP_SHARE = 5;

    private final PrintStream out;
    private final int visitsPercent;

    private Replay(int visitsPercent, PrintStream out) {
        this.visitsPercent = visitsPercent;
        this.out = out;
    }

    /** Runs what the arguments say and prints lines of a table in Markdown. */
    public static void main(String[] arguments) throws Exception {
        int events = Integer.parseInt(arguments[1]);
        Replay replay = new Replay(Integer.parseInt(arguments[2]), System.out);
        int runs = Integer.parseInt(arguments[3]);
        Path directory = Path.of(arguments[0]);
        replay.run(directory.resolve("warm-up"), events / WARM_UP_SHARE);
        double[] rates = new double[runs];
        for (int run = 0; run < runs; run++) {
            rates[run] = replay.run(directory.resolve("run-" + run), events);
        }
        Arrays.sort(rates);
        System.out.printf(Locale.ROOT, "| replay, median of %d runs | %.0f events/s |%n", runs, rates[runs / 2]);
        // Kafka's server leaves threads behind.
        Runtime.getRuntime().halt(0);
    }

    private double run(Path place, int events) throws Exception {
        Files.createDirectories(place);
        Options options = Options.forTest(place.resolve("data"), FLEET.writeRegistry(place.resolve("registry.yaml")));
        // Makes everything, so that the topics can be filled while nobody reads them.
        Standalone.start(options, StartListener.SILENT).close();
        try (EmbeddedKafka kafka = EmbeddedKafka.start(options.data().resolve("kafka"));
                EventFill fill = new EventFill(kafka.bootstrapServers(), FLEET, EventFill.bucketsOf(events, FLEET))) {
            fill.write(1, events, visitsPercent);
        }
        double rate = replay(options, events);
        project(options, events);
        return rate;
    }

    private double replay(Options options, int events) throws Exception {
        StepClock clock = new StepClock("Streams");
        try (Standalone product = Standalone.start(options, clock);
                Counted counted = new Counted(product.database())) {
            counted.await(events);
            Duration took = clock.since();
            double rate = events * 1e3 / took.toMillis();
            out.printf(
                    Locale.ROOT,
                    "| replay of %d events to %d rows | %.1f s | %.0f events/s |%n",
                    events,
                    counted.rows(),
                    took.toMillis() / 1e3,
                    rate);
            // For the next measurement; the projector has nothing to do, so it does not write against it.
            counted.forget();
            return rate;
        }
    }

    private void project(Options options, int events) throws Exception {
        StepClock clock = new StepClock("API");
        try (Standalone product = Standalone.start(options, clock);
                Counted counted = new Counted(product.database())) {
            counted.await(events);
            Duration took = clock.since();
            out.printf(
                    Locale.ROOT,
                    "| projector alone: %d rows | %.1f s | %.0f rows/s |%n",
                    counted.rows(),
                    took.toMillis() / 1e3,
                    counted.rows() * 1e3 / took.toMillis());
        }
    }
}
