package de.visitenkarte.bench.cluster;

import de.visitenkarte.standalone.kafka.Quorum;
import de.visitenkarte.standalone.machine.LoopbackPort;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where everything listens: ports in a row, below those that the system gives to outgoing connections, so that nothing
 * takes the port of a process that is away for a moment.
 */
record Addresses(int first, Layout layout) {

    private static final int LOWEST = 20_000;
    private static final int STEP = 40;
    private static final int STEPS = 300;
    private static final int BROKERS = 1;
    private static final int APIS = 8;
    private static final int STREAMS = 24;

    /** Returns ports that are free at this moment. */
    static Addresses findFree(Layout layout) {
        int start = (int) (ProcessHandle.current().pid() % STEPS);
        return IntStream.range(0, STEPS)
                .map(i -> LOWEST + (start + i) % STEPS * STEP)
                .filter(first -> IntStream.range(first, first + STEP).allMatch(LoopbackPort::isFree))
                .mapToObj(first -> new Addresses(first, layout))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No " + STEP + " free ports in a row"));
    }

    int postgres() {
        return first;
    }

    List<Quorum.Node> brokers() {
        return IntStream.range(0, layout.brokers())
                .mapToObj(i -> new Quorum.Node(first + BROKERS + 2 * i, first + BROKERS + 2 * i + 1))
                .toList();
    }

    int api(int index) {
        return first + APIS + 2 * index;
    }

    int apiAdmin(int index) {
        return api(index) + 1;
    }

    int streams(int index) {
        return first + STREAMS + index;
    }

    static URI http(int port) {
        return URI.create("http://127.0.0.1:" + port + "/");
    }
}
