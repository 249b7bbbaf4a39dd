package de.visitenkarte.standalone.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fictional authorities with a simulated life: a registry to import, a history of 90 days, and events that go on live.
 *
 * <p>Everything goes through the public HTTP API, as tablets and queue systems would send it. The truth is in the ledger.
 */
public final class Demo implements AutoCloseable {

    /** The date of the Landtag motion. The same for all, so that what one sees another can reproduce. */
    private static final long SEED = 2014_02_18;

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

    private static final String TASK = "Loading simulated history";

    private final Path directory;
    private final Clock clock;
    private final Pause pause;
    private final List<Authority> authorities;
    private final Installation installation;
    private final Tokens tokens;
    private final String trialTablet;
    private final Courier courier;

    private @Nullable LivePlayer livePlayer;

    private Demo(
            Path directory,
            Clock clock,
            Pause pause,
            List<Authority> authorities,
            Installation installation,
            Tokens tokens,
            String trialTablet) {
        this.directory = directory;
        this.clock = clock;
        this.pause = pause;
        this.authorities = authorities;
        this.installation = installation;
        this.tokens = tokens;
        this.trialTablet = trialTablet;
        this.courier = new Courier(timeline(), installation, tokens, new LedgerWriter(ledgerDirectory()));
    }

    /**
     * Opens the demo of a data directory; the first time makes it and fixes where its history begins.
     *
     * @param dataDirectory the demo keeps its own directory {@code demo} in it
     * @throws UncheckedIOException if the directory cannot be written
     * @throws IllegalStateException if the history was begun by another version of the simulator; the message says what to do
     */
    public static Demo prepare(Path dataDirectory, Clock clock) {
        return prepare(dataDirectory, clock, Pause.REAL, Authorities.list());
    }

    static Demo prepare(Path dataDirectory, Clock clock, Pause pause, List<Authority> authorities) {
        Path directory = dataDirectory.resolve("demo");
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), Office.ZONE);
        Installation installation = Installation.open(directory, SEED, today, Simulator.model(authorities));
        Tokens tokens = Tokens.in(directory.resolve("secret"));
        String trialTablet = TrialTablet.next(directory);
        Demo demo = new Demo(directory, clock, pause, authorities, installation, tokens, trialTablet);
        new RegistryFile(tokens, trialTablet, installation.firstDay()).write(authorities, demo.registryFile());
        return demo;
    }

    /** Returns the file for {@code import-registry}. */
    public Path registryFile() {
        return directory.resolve("registry.yaml");
    }

    /** Returns the token of the tablet that this start offers to people. */
    public String trialDeviceToken() {
        return tokens.device(trialTablet);
    }

    /** Returns where {@link Ledger#read} finds what was sent. */
    public Path ledgerDirectory() {
        return directory.resolve("ledger");
    }

    /** Returns how many events the API did not accept since this start; other than 0 is a defect. */
    public long unexpectedVerdicts() {
        return courier.unexpectedVerdicts();
    }

    /**
     * Sends what has not been sent yet, from the beginning of the history up to now, and returns when the API has it all.
     *
     * @param api where the API listens, for example {@code http://127.0.0.1:8080}
     * @throws RuntimeException if the API refuses the demo's requests for good, for example because the registry was not
     *     imported
     * @throws InterruptedException if interrupted; what is missing is sent next time
     */
    public void loadHistory(URI api, ProgressListener progress) throws InterruptedException {
        Instant now = clock.instant();
        long total = countThrough(now);
        AtomicLong done = new AtomicLong();
        progress.progress(TASK, 0, total);
        long began = System.nanoTime();
        courier.sendThrough(
                now, new ApiClient(api, pause), sent -> progress.progress(TASK, done.addAndGet(sent), total));
        LOG.info(
                "Loaded {} simulated events in {} ms",
                total,
                Duration.ofNanos(System.nanoTime() - began).toMillis());
    }

    private long countThrough(Instant now) {
        Timeline timeline = timeline();
        Window window = new Window(courier.sentThrough(), now);
        LocalDate last = LocalDate.ofInstant(now, Office.ZONE);
        long count = 0;
        for (LocalDate date = LocalDate.ofInstant(window.after(), Office.ZONE);
                !date.isAfter(last);
                date = date.plusDays(1)) {
            count += window.count(timeline.day(date));
        }
        return count;
    }

    private Timeline timeline() {
        Simulator simulator = new Simulator(installation.seed(), installation.firstDay());
        return new Timeline(authorities, simulator, installation.firstDay());
    }

    /**
     * Begins to send what happens from now on, in the background, and first what was missed.
     *
     * @throws IllegalStateException if it plays already
     */
    public synchronized void playLive(URI api) {
        if (livePlayer != null) {
            throw new IllegalStateException("the demo plays already");
        }
        TabletReports reports = new TabletReports(authorities, tokens);
        livePlayer = new LivePlayer(courier, reports, new ApiClient(api, pause), clock, pause);
        livePlayer.start();
    }

    /** Stops playing. What has not been sent is sent after the next start. */
    @Override
    public synchronized void close() {
        courier.close();
        if (livePlayer != null) {
            livePlayer.close();
        }
    }
}
