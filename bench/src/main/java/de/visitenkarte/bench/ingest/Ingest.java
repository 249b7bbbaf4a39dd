package de.visitenkarte.bench.ingest;

import de.visitenkarte.bench.http.Fleet;
import de.visitenkarte.bench.http.HttpLoad;
import de.visitenkarte.bench.http.ProductCpu;
import de.visitenkarte.bench.http.RatingPosts;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Measures acceptance, and prints lines of a table in Markdown.
 *
 * <p>{@code registry FILE} and {@code hot-registry FILE} write the registry of the tablets; in the latter all are in one
 * office. {@code away URL PID RATE SECONDS} posts without a warm-up. {@code single URL PID RATE SECONDS RUNS} posts single ratings
 * at a fixed rate, {@code max URL PID FROM SECONDS} raises the rate until p99 is above 50 ms, {@code batch URL PID SIZE SECONDS
 * RUNS} posts batches as fast as eight senders get their answers.
 */
public final class Ingest {

    private static final Fleet FLEET = Fleet.SMALL;

    /** The same tablets, all in one office. */
    private static final Fleet HOT = new Fleet(1, FLEET.devices());

    private static final int CONNECTIONS = 200;
    private static final int DRAINING = 8;
    private static final int BUCKETS_OF_AN_HOUR = 4;
    private static final int BUCKETS_OF_FIVE_DAYS = 200;
    private static final double LIMIT_MILLIS = 50;

    private final HttpLoad load;
    private final ProductCpu product;
    private final PrintStream out;

    private Ingest(HttpLoad load, ProductCpu product, PrintStream out) {
        this.load = load;
        this.product = product;
        this.out = out;
    }

    /** Runs what the arguments say. */
    public static void main(String[] arguments) throws IOException {
        if (arguments[0].endsWith("registry")) {
            (arguments[0].startsWith("hot") ? HOT : FLEET).writeRegistry(Path.of(arguments[1]));
            return;
        }
        URI api = URI.create(arguments[1]);
        ProductCpu product = new ProductCpu(Long.parseLong(arguments[2]));
        int number = Integer.parseInt(arguments[3]);
        Duration duration = Duration.ofSeconds(Long.parseLong(arguments[4]));
        boolean batch = arguments[0].equals("batch");
        try (HttpLoad load = new HttpLoad(api, batch ? DRAINING : CONNECTIONS)) {
            Ingest ingest = new Ingest(load, product, System.out);
            switch (arguments[0]) {
                case "single" -> ingest.single(number, duration, Integer.parseInt(arguments[5]));
                case "max" -> ingest.max(number, duration);
                case "away" -> ingest.measure(number, duration, posts(1, BUCKETS_OF_AN_HOUR));
                case "batch" -> ingest.batch(number, duration, Integer.parseInt(arguments[5]));
                default -> throw new IllegalArgumentException("Unknown: " + arguments[0]);
            }
        }
    }

    private void single(int rate, Duration duration, int runs) throws IOException {
        RatingPosts posts = posts(1, BUCKETS_OF_AN_HOUR);
        warmUp(rate, posts);
        List<HttpLoad.Result> results = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            results.add(measure(rate, duration, posts));
        }
        results.sort(Comparator.comparingDouble(result -> millis(result, 99)));
        out.printf(
                Locale.ROOT,
                "| %d/s single, median p99 of %d runs | %.0f ms |%n",
                rate,
                runs,
                millis(results.get(runs / 2), 99));
    }

    /** Twenty seconds at a bearable rate, then a minute at the full one: so long the compiler is busy. */
    private void warmUp(int rate, RatingPosts posts) throws IOException {
        load.openLoop(Math.min(rate, 1000), Duration.ofSeconds(20), posts);
        load.openLoop(rate, Duration.ofSeconds(60), posts);
    }

    private void max(int from, Duration duration) throws IOException {
        RatingPosts posts = posts(1, BUCKETS_OF_AN_HOUR);
        warmUp(from, posts);
        int held = 0;
        for (int rate = from; ; rate += 500) {
            HttpLoad.Result result = measure(rate, duration, posts);
            if (result.failed() > 0 || millis(result, 99) > LIMIT_MILLIS) {
                out.printf("| highest single rate with p99 ≤ 50 ms | %d/s |%n", held);
                return;
            }
            held = rate;
        }
    }

    private HttpLoad.Result measure(int rate, Duration duration, RatingPosts posts) throws IOException {
        Duration before = product.used();
        HttpLoad.Result result = load.openLoop(rate, duration, posts);
        print(rate + "/s single", result, product.used().minus(before));
        return result;
    }

    private void batch(int size, Duration duration, int runs) throws IOException {
        RatingPosts posts = posts(size, BUCKETS_OF_FIVE_DAYS);
        load.closedLoop(Duration.ofSeconds(15), posts);
        List<HttpLoad.Result> results = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            Duration before = product.used();
            HttpLoad.Result result = load.closedLoop(duration, posts);
            print("batches of " + size, result, product.used().minus(before));
            results.add(result);
        }
        results.sort(Comparator.comparingDouble(HttpLoad.Result::rate));
        out.printf(
                Locale.ROOT,
                "| batches of %d, median of %d runs | %.0f ratings/s |%n",
                size,
                runs,
                results.get(runs / 2).rate());
    }

    private static RatingPosts posts(int size, int buckets) {
        return new RatingPosts(FLEET, size, Instant.now().truncatedTo(ChronoUnit.HOURS), buckets);
    }

    private void print(String what, HttpLoad.Result result, Duration productCpu) {
        out.printf(
                Locale.ROOT,
                "| %s | %.0f accepted/s | p50 %.1f, p99 %.1f, p99.9 %.1f, max %.0f ms | %d failed"
                        + " | generator %.2f cores, product %.2f cores, %.0f CPU-s per million |%n",
                what,
                result.rate(),
                millis(result, 50),
                millis(result, 99),
                millis(result, 99.9),
                millis(result, 100),
                result.failed(),
                result.cores(),
                productCpu.toNanos() / (double) result.took().toNanos(),
                productCpu.toMillis() * 1000.0 / Math.max(1, result.items()));
    }

    private static double millis(HttpLoad.Result result, double percentile) {
        return result.micros().getValueAtPercentile(percentile) / 1000.0;
    }
}
