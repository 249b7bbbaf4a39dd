package de.visitenkarte.bench.faults;

import de.visitenkarte.bench.cluster.Cluster;
import de.visitenkarte.bench.load.Installation;
import de.visitenkarte.bench.load.Journal;
import de.visitenkarte.bench.load.Load;
import de.visitenkarte.bench.reconcile.Finding;
import de.visitenkarte.bench.reconcile.HangingTransactions;
import de.visitenkarte.bench.reconcile.HangingTransactions.Hanging;
import de.visitenkarte.bench.reconcile.Lag;
import de.visitenkarte.bench.reconcile.Reconciliation;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One campaign: start everything, send, break, wait, compare. Not for use twice. */
final class Campaign {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** Nothing may take longer than this to work again; what does is looked into. */
    private static final Duration TOO_LONG = Duration.ofSeconds(60);

    private static final Duration SETTLING = Duration.ofSeconds(60);
    private static final int LONGEST_PAUSE_MILLIS = 1500;

    private final Plan plan;
    private final Path directory;
    private final Consumer<String> progress;
    private final List<String> violations = new ArrayList<>();
    private final List<String> hanging = new ArrayList<>();
    private final Map<FaultKind, Integer> done = new EnumMap<>(FaultKind.class);
    private final Random random;
    private int slow;

    /** @param progress is told what happens, a line at a time */
    Campaign(Plan plan, Path directory, Consumer<String> progress) {
        this.plan = plan;
        this.directory = directory;
        this.progress = progress;
        this.random = new Random(plan.seed() + 3);
    }

    Outcome run() throws IOException, InterruptedException, SQLException {
        long began = System.nanoTime();
        Map<FaultKind, SmallDisk> disks = new EnumMap<>(FaultKind.class);
        try {
            mount(disks);
            Path registry = Installation.writeRegistry(directory.resolve("registry.yaml"));
            try (Cluster cluster = new Cluster(directory, plan.layout());
                    Journal journal = new Journal(directory.resolve("journal.txt"))) {
                cluster.start(registry, plan.streams());
                progress.accept("everything is ready after " + seconds(began) + " s");
                return run(cluster, journal, disks, began);
            }
        } finally {
            for (SmallDisk disk : disks.values()) {
                disk.close();
            }
        }
    }

    private Outcome run(Cluster cluster, Journal journal, Map<FaultKind, SmallDisk> disks, long began)
            throws IOException, InterruptedException, SQLException {
        try (Load load = new Load(cluster.apis(), cluster.kafka(), journal, plan.seed(), plan.rate(), Instant.now())) {
            load.start();
            Recovery recovery = new Recovery(cluster, load);
            Injector injector = new Injector(cluster, plan, disks, violations);
            for (FaultKind fault : plan.faults()) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
                breakOnce(fault, injector, recovery, load, cluster);
            }
            load.stopRecording();
            awaitTheEnd(cluster, load, recovery);
            Finding finding = reconcile(cluster, load);
            judge(load);
            Duration duration = Duration.ofNanos(System.nanoTime() - began);
            return new Outcome(
                    duration, done, finding, journal.attempts(), recovery.times(), hanging, remarks(load), violations);
        }
    }

    private void mount(Map<FaultKind, SmallDisk> disks) throws IOException, InterruptedException {
        if (plan.kinds().contains(FaultKind.FULL_BROKER)) {
            disks.put(FaultKind.FULL_BROKER, SmallDisk.mount(directory.resolve("broker-1"), 400));
        }
        if (plan.kinds().contains(FaultKind.FULL_POSTGRES)) {
            disks.put(FaultKind.FULL_POSTGRES, SmallDisk.mount(directory.resolve("postgres"), 600));
        }
    }

    private void breakOnce(FaultKind fault, Injector injector, Recovery recovery, Load load, Cluster cluster)
            throws IOException, InterruptedException {
        injector.inject(fault);
        recovery.begin(fault);
        done.merge(fault, 1, Integer::sum);
        boolean recovered = recovery.await(plan.settle());
        if (!recovered && plan.settle().compareTo(TOO_LONG) >= 0) {
            lookIntoDelay(cluster, recovery);
        }
        int kills = done.entrySet().stream()
                .filter(entry -> entry.getKey().isKill())
                .mapToInt(Map.Entry::getValue)
                .sum();
        progress.accept("%d of %d kills; %s: %s; sent %d, acknowledged %d, waiting %d"
                .formatted(
                        kills,
                        plan.kills(),
                        fault.option(),
                        recovered ? "works again" : "not yet recovered",
                        load.journal().sent().size(),
                        load.journal().acknowledged().size(),
                        load.unsent()));
    }

    private void awaitTheEnd(Cluster cluster, Load load, Recovery recovery) throws InterruptedException {
        if (!recovery.await(TOO_LONG)) {
            lookIntoDelay(cluster, recovery);
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (load.unsent() > 0 || Lag.of(cluster.kafka()) != 0) {
            if (System.nanoTime() > deadline) {
                violations.add("After " + PATIENCE + " there are still " + load.unsent() + " items to be taken and "
                        + Lag.of(cluster.kafka()) + " to be counted");
                return;
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
        progress.accept("all is taken and counted");
    }

    /** The cells follow the topics by a moment; what is not there after a minute is not coming. */
    private Finding reconcile(Cluster cluster, Load load) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + SETTLING.toNanos();
        while (true) {
            Finding finding =
                    Reconciliation.run(cluster.kafka(), cluster.database(), load.journal(), load.poisonedPlaces());
            if (finding.isClean() || System.nanoTime() > deadline) {
                return finding;
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private void lookIntoDelay(Cluster cluster, Recovery recovery) throws InterruptedException {
        progress.accept("not recovered within " + TOO_LONG.toSeconds() + " s: looking for hanging transactions");
        List<Hanging> found = abortHanging(new HangingTransactions(cluster.kafka()));
        boolean cured = recovery.await(PATIENCE);
        hanging.add(found.size() + " hanging transactions after more than " + TOO_LONG.toSeconds() + " s; "
                + (cured ? "recovered afterwards" : "not recovered within another " + PATIENCE.toSeconds() + " s"));
        hanging.forEach(progress);
        // That alone may be a slow machine; what never works again is a fault.
        slow++;
        if (!found.isEmpty() || !cured) {
            violations.add((cured ? "Recovered after more than " + TOO_LONG.toSeconds() + " s" : "Never recovered")
                    + ", with " + found.size() + " hanging transactions");
        }
    }

    private List<Hanging> abortHanging(HangingTransactions transactions) throws InterruptedException {
        try {
            List<Hanging> found = transactions.find();
            for (Hanging each : found) {
                hanging.add(each + ": " + transactions.abort(each));
            }
            return found;
        } catch (IllegalStateException e) {
            hanging.add(e.getMessage() + ": " + e.getCause());
            return List.of();
        }
    }

    private void judge(Load load) {
        load.answers()
                .unexpected()
                .forEach((answer, times) -> violations.add("The api answered " + times + " times: " + answer));
    }

    private List<String> remarks(Load load) {
        return List.of(
                "%d times 503, the slowest after %d ms; %d requests without an answer"
                        .formatted(
                                load.answers().unavailable(),
                                load.answers().slowestUnavailableMillis(),
                                load.answers().noAnswer()),
                "%d times it took more than %d s, without another fault in between, until a fresh rating was visible"
                        .formatted(slow, TOO_LONG.toSeconds()));
    }

    private static long seconds(long since) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since);
    }
}
