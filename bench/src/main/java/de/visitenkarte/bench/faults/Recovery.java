package de.visitenkarte.bench.faults;

import de.visitenkarte.bench.cluster.Cluster;
import de.visitenkarte.bench.load.Installation;
import de.visitenkarte.bench.load.Load;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Measures how long it takes after each fault until a fresh rating of every office is visible in its cell. The offices lie
 * on all partitions, so that is when everything works again.
 */
final class Recovery {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Cluster cluster;
    private final Load load;
    private final List<Probe> probes = new ArrayList<>();

    private static final class Probe {
        private final FaultKind fault;
        private final long bucketStart;
        private final long begin;
        private long millis = -1;
        private boolean disturbed;

        private Probe(FaultKind fault, long bucketStart, long begin) {
            this.fault = fault;
            this.bucketStart = bucketStart;
            this.begin = begin;
        }
    }

    Recovery(Cluster cluster, Load load) {
        this.cluster = cluster;
        this.load = load;
    }

    /** Starts to measure; the fresh ratings are recorded now. */
    void begin(FaultKind fault) {
        long began = System.nanoTime();
        probes.stream().filter(probe -> probe.millis < 0).forEach(probe -> probe.disturbed = true);
        probes.add(new Probe(fault, load.probe(probes.size()), began));
    }

    /** Waits until everything works again, at most so long; returns whether it does. */
    boolean await(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!look()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
        return true;
    }

    /** Returns the times by kind of fault, in milliseconds; of those that were over before the next fault came. */
    Map<FaultKind, List<Long>> times() {
        Map<FaultKind, List<Long>> times = new HashMap<>();
        for (Probe probe : probes) {
            if (probe.millis >= 0 && !probe.disturbed) {
                times.computeIfAbsent(probe.fault, kind -> new ArrayList<>()).add(probe.millis);
            }
        }
        return times;
    }

    private boolean look() {
        List<Probe> open = probes.stream().filter(probe -> probe.millis < 0).toList();
        if (open.isEmpty()) {
            return true;
        }
        Map<Long, Integer> visible = visible();
        long now = System.nanoTime();
        for (Probe probe : open) {
            if (visible.getOrDefault(probe.bucketStart, 0)
                    == Installation.probeAreas().size()) {
                probe.millis = TimeUnit.NANOSECONDS.toMillis(now - probe.begin);
            }
        }
        return probes.stream().allMatch(probe -> probe.millis >= 0);
    }

    /** How many offices' probes are visible, by quarter hour. */
    private Map<Long, Integer> visible() {
        Map<Long, Integer> visible = new HashMap<>();
        try (Connection connection = cluster.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT extract(epoch FROM bucket_start)::bigint, count(*)
                        FROM cell.rating_cell
                        WHERE area_id LIKE '%-probe'
                          AND question_id = 'overall'
                        GROUP BY bucket_start
                        """)) {
            while (rows.next()) {
                visible.put(rows.getLong(1), rows.getInt(2));
            }
        } catch (SQLException away) {
            return Map.of();
        }
        return visible;
    }
}
