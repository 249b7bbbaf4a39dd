package de.visitenkarte.bench.replay;

import de.visitenkarte.bench.http.Fleet;
import de.visitenkarte.bench.http.HttpLoad;
import de.visitenkarte.bench.http.RatingPosts;
import de.visitenkarte.standalone.Standalone.Database;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Kills the whole product under load, starts it again, and measures the time from the kill until what is accepted is in the
 * cells within a second again. Load is 200 ratings a second, in slices of one second.
 *
 * <p>Arguments: the script that runs the product, directory for the data, port, runs.
 */
public final class Recovery {

    private static final Fleet FLEET = Fleet.SMALL;
    private static final int RATE = 200;
    private static final int WARM_SLICES = 20;
    private static final Duration SLICE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int CONNECTIONS = 20;

    private final List<String> command;
    private final Path data;
    private final URI api;
    private final RatingPosts posts = new RatingPosts(FLEET, 1, Instant.now().truncatedTo(ChronoUnit.HOURS), 4);
    private final PrintStream out;

    private Recovery(List<String> command, Path data, URI api, PrintStream out) {
        this.command = command;
        this.data = data;
        this.api = api;
        this.out = out;
    }

    /** Runs what the arguments say and prints lines of a table in Markdown. */
    public static void main(String[] arguments) throws Exception {
        Path place = Files.createDirectories(Path.of(arguments[1]));
        Path data = place.resolve("data");
        Path registry = FLEET.writeRegistry(place.resolve("registry.yaml"));
        List<String> command = List.of(
                arguments[0],
                "--data",
                data.toString(),
                "--port",
                arguments[2],
                "--no-demo",
                "--registry",
                registry.toString());
        Recovery recovery =
                new Recovery(command, data, URI.create("http://127.0.0.1:" + arguments[2] + "/"), System.out);
        recovery.measure(Integer.parseInt(arguments[3]));
    }

    private void measure(int runs) throws Exception {
        Process product = start();
        try {
            awaitFresh(System.nanoTime(), WARM_SLICES);
            long[] millis = new long[runs];
            for (int run = 0; run < runs; run++) {
                long killedAt = System.nanoTime();
                kill(product);
                product = start();
                millis[run] = awaitFresh(killedAt, 1).toMillis();
                out.printf(Locale.ROOT, "| killed, fresh again | %.1f s |%n", millis[run] / 1e3);
                awaitFresh(System.nanoTime(), WARM_SLICES / 2);
            }
            Arrays.sort(millis);
            out.printf(
                    Locale.ROOT, "| kill -9 to lag under 1 s, median of %d | %.1f s |%n", runs, millis[runs / 2] / 1e3);
        } finally {
            kill(product);
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void kill(Process product) throws InterruptedException {
        Stream.concat(product.descendants(), Stream.of(product.toHandle())).forEach(ProcessHandle::destroyForcibly);
        product.waitFor();
    }

    /** Returns the time since a moment when so many slices in a row were in the cells a second after their last rating. */
    private Duration awaitFresh(long since, int slices) throws InterruptedException {
        int fresh = 0;
        while (System.nanoTime() - since < PATIENCE.toNanos()) {
            fresh = isFresh() ? fresh + 1 : 0;
            if (fresh == slices) {
                return Duration.ofNanos(System.nanoTime() - since);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("The product did not recover");
    }

    private boolean isFresh() throws InterruptedException {
        try (HttpLoad load = new HttpLoad(api, CONNECTIONS);
                Counted counted = new Counted(database())) {
            long before = counted.events();
            HttpLoad.Result result = load.openLoop(RATE, SLICE, posts);
            if (result.failed() > 0) {
                return false;
            }
            long deadline = System.nanoTime() + SLICE.toNanos();
            while (counted.events() - before < result.items()) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
            return true;
        } catch (IOException | SQLException e) {
            return false;
        }
    }

    private Database database() throws IOException {
        Path postgres = data.resolve("postgres");
        return new Database(
                "jdbc:postgresql://127.0.0.1:" + read(postgres.resolve("port")) + "/visitenkarte",
                "visitenkarte",
                read(postgres.resolve("password")));
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).strip();
    }
}
