package de.visitenkarte.bench.faults;

import de.visitenkarte.bench.cluster.Cluster;
import de.visitenkarte.bench.cluster.Kind;
import de.visitenkarte.bench.cluster.Member;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Does one fault after the other. */
final class Injector {

    private static final int FULL_SECONDS = 10;
    private static final int SCALE_PAUSE_SECONDS = 4;
    private static final Duration RESTART_LIMIT = Duration.ofSeconds(30);
    private static final long STOP_LIMIT_MILLIS = 30_000;

    private final Cluster cluster;
    private final Plan plan;
    private final Random random;
    private final Map<FaultKind, SmallDisk> disks;
    private final List<String> violations;

    /** @param violations gets what a fault itself shows to be wrong */
    Injector(Cluster cluster, Plan plan, Map<FaultKind, SmallDisk> disks, List<String> violations) {
        this.cluster = cluster;
        this.plan = plan;
        this.random = new Random(plan.seed() + 7);
        this.disks = disks;
        this.violations = violations;
    }

    /**
     * Does a fault. Returns when its time is over, with those processes running or starting that should; for a kill that is
     * at once.
     */
    void inject(FaultKind fault) throws IOException, InterruptedException {
        switch (fault) {
            case API -> any(Kind.API).kill();
            case STREAMS -> any(Kind.STREAMS).kill();
            case BROKER -> any(Kind.BROKER).kill();
            case POSTGRES -> any(Kind.POSTGRES).kill();
            case ALL -> cluster.killAll();
            case TORN_TAIL, LOST_INDEX -> damage(fault);
            case STALL_STREAMS -> stall(Kind.STREAMS, 12_000, 8_000);
            case STALL_BROKER -> stall(Kind.BROKER, 8_000, 4_000);
            case STALL_POSTGRES -> stall(Kind.POSTGRES, 8_000, 4_000);
            case STOP -> stopAny();
            case SCALE -> scale();
            case FULL_BROKER, FULL_POSTGRES -> fill(fault);
        }
    }

    /** A process that is away for a moment cannot be killed: waits until it is back. */
    private Member any(Kind kind) {
        List<Member> wanted =
                cluster.members(kind).stream().filter(Member::isWanted).toList();
        Member chosen = wanted.get(random.nextInt(wanted.size()));
        Cluster.await(chosen.name(), RESTART_LIMIT, chosen::isRunning);
        return chosen;
    }

    private void damage(FaultKind fault) throws IOException, InterruptedException {
        Member broker = any(Kind.BROKER);
        int nodeId = cluster.members(Kind.BROKER).indexOf(broker) + 1;
        broker.killForGood();
        BrokerFiles files = new BrokerFiles(cluster.brokerDirectory(nodeId), random);
        if (fault == FaultKind.LOST_INDEX) {
            files.deleteIndexes();
        } else if (plan.layout().brokers() > 1) {
            files.truncate();
        } else {
            files.appendTornWrite();
        }
        broker.start();
    }

    private void stall(Kind kind, int leastMillis, int moreMillis) throws InterruptedException {
        Member member = any(kind);
        member.stall();
        try {
            TimeUnit.MILLISECONDS.sleep(leastMillis + random.nextInt(moreMillis));
        } finally {
            member.resume();
        }
    }

    private void stopAny() throws InterruptedException {
        List<Member> running = Stream.of(Kind.values())
                .flatMap(kind -> cluster.members(kind).stream())
                .filter(Member::isWanted)
                .toList();
        Member member = running.get(random.nextInt(running.size()));
        long millis = member.restartInOrder();
        if (millis > STOP_LIMIT_MILLIS) {
            violations.add(member.name() + " took " + millis + " ms to stop in order");
        }
    }

    private void scale() throws InterruptedException {
        for (int instances : new int[] {3, 1, 2, plan.streams()}) {
            List<Member> all = cluster.members(Kind.STREAMS);
            for (int i = 0; i < all.size(); i++) {
                if (i < instances) {
                    all.get(i).start();
                } else if (all.get(i).isWanted()) {
                    long unused = all.get(i).stop();
                }
            }
            TimeUnit.SECONDS.sleep(SCALE_PAUSE_SECONDS);
        }
    }

    private void fill(FaultKind fault) throws IOException, InterruptedException {
        SmallDisk disk = disks.get(fault);
        if (disk == null) {
            throw new IllegalStateException("no small disk for " + fault);
        }
        disk.fill();
        try {
            TimeUnit.SECONDS.sleep(FULL_SECONDS);
        } finally {
            disk.free();
        }
    }
}
