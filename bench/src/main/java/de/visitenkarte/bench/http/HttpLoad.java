package de.visitenkarte.bench.http;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Sends prebuilt requests from one thread over keep-alive connections: each at its intended time, or as soon after it as a
 * connection is free. Latency counts from the intended time, so that a stall of the server is not hidden.
 */
public final class HttpLoad implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Selector selector;
    private final Deque<Caller> idle = new ArrayDeque<>();
    private final int connections;
    private Tally tally = new Tally();

    /** The connections are opened at once. */
    public HttpLoad(URI server, int connections) throws IOException {
        this.selector = Selector.open();
        this.connections = connections;
        InetSocketAddress address = new InetSocketAddress(server.getHost(), server.getPort());
        for (int i = 0; i < connections; i++) {
            idle.add(new Caller(address, selector));
        }
    }

    /** What is sent. */
    public interface Requests {

        /** Returns one request, head and body, that was never sent before. */
        ByteBuffer request(long index);
    }

    /**
     * What came of a run.
     *
     * @param micros from the intended time of each request to its complete answer
     * @param items accepted by the server
     * @param failed requests that were refused or not answered
     * @param took until the last answer
     * @param cpu of this process, for all of the run
     */
    public record Result(Histogram micros, long items, long failed, Duration took, Duration cpu) {

        /** Returns the accepted items per second. */
        public double rate() {
            return items / seconds();
        }

        /** Returns the cores that the generator took. */
        public double cores() {
            return cpu.toNanos() / (double) took.toNanos();
        }

        private double seconds() {
            return took.toNanos() / (double) TimeUnit.SECONDS.toNanos(1);
        }
    }

    /** Sends so many requests a second, whether the earlier ones have been answered or not. */
    public Result openLoop(double perSecond, Duration duration, Requests requests) throws IOException {
        return run(TimeUnit.SECONDS.toNanos(1) / perSecond, duration, requests);
    }

    /** Sends the next request on each connection as soon as the one before is answered. For throughput only. */
    public Result closedLoop(Duration duration, Requests requests) throws IOException {
        return run(0, duration, requests);
    }

    private Result run(double intervalNanos, Duration duration, Requests requests) throws IOException {
        tally = new Tally();
        long cpuBefore = cpuNanos();
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        long sent = 0;
        while (System.nanoTime() < end) {
            long now = System.nanoTime();
            while (!idle.isEmpty() && start + (long) (sent * intervalNanos) <= now) {
                long intended = intervalNanos == 0 ? now : start + (long) (sent * intervalNanos);
                send(requests.request(sent), intended);
                sent++;
            }
            poll();
        }
        long due = intervalNanos == 0 ? sent : (long) (duration.toNanos() / intervalNanos);
        // The end may come while the last ones wait for the selector.
        for (; sent < due && !idle.isEmpty(); sent++) {
            send(requests.request(sent), start + (long) (sent * intervalNanos));
        }
        long lastAnswer = drain(end + PATIENCE.toNanos());
        // What could not even be sent for want of a connection has failed too.
        tally.failed += Math.max(0, due - sent) + (connections - idle.size());
        Duration took = Duration.ofNanos(Math.max(lastAnswer, end) - start);
        return new Result(tally.micros, tally.items, tally.failed, took, Duration.ofNanos(cpuNanos() - cpuBefore));
    }

    private long drain(long deadline) throws IOException {
        while (idle.size() < connections && System.nanoTime() < deadline) {
            poll();
        }
        return System.nanoTime();
    }

    private void send(ByteBuffer request, long intendedAt) {
        Caller caller = idle.remove();
        if (!caller.send(request, intendedAt)) {
            tally.failed++;
            idle.add(caller);
        }
    }

    private void poll() throws IOException {
        selector.select(this::ready, 1);
    }

    private void ready(SelectionKey key) {
        Caller caller = (Caller) key.attachment();
        try {
            if (key.isWritable()) {
                caller.write();
            }
            int accepted = key.isReadable() ? caller.read() : -1;
            if (accepted >= 0) {
                tally.answered(System.nanoTime() - caller.intendedAt(), accepted);
                idle.add(caller);
            }
        } catch (IOException e) {
            tally.failed++;
            caller.closeQuietly();
            idle.add(caller);
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    @Override
    public void close() throws IOException {
        idle.forEach(Caller::closeQuietly);
        selector.close();
    }

    private static final class Tally {
        private final Histogram micros = new Histogram(TimeUnit.MINUTES.toMicros(5), 3);
        private long items;
        private long failed;

        void answered(long nanos, int accepted) {
            if (accepted > 0) {
                micros.recordValue(TimeUnit.NANOSECONDS.toMicros(nanos));
                items += accepted;
            } else {
                failed++;
            }
        }
    }
}
