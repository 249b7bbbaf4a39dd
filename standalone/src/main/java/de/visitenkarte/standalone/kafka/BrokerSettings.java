package de.visitenkarte.standalone.kafka;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** The settings of one node. */
record BrokerSettings(Path directory, Quorum quorum) {

    static final String CONTROLLER = "CONTROLLER";
    private static final String BROKER = "BROKER";
    private static final int MEGABYTE = 1024 * 1024;
    private static final Duration OFFSETS_RETENTION = Duration.ofDays(60);

    Path logDirectory() {
        return directory.resolve("log");
    }

    Path metadataDirectory() {
        return directory.resolve("metadata");
    }

    Map<String, String> properties() {
        Map<String, String> all = new TreeMap<>(node());
        all.putAll(copies());
        all.putAll(patience());
        all.putAll(memory());
        all.putAll(durability());
        all.putAll(smallFootprint());
        return all;
    }

    private Map<String, String> node() {
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", Integer.toString(quorum.nodeId())),
                Map.entry("controller.listener.names", CONTROLLER),
                Map.entry("inter.broker.listener.name", BROKER),
                Map.entry("listener.security.protocol.map", BROKER + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT"),
                Map.entry(
                        "listeners",
                        BROKER + "://127.0.0.1:" + quorum.own().port() + "," + CONTROLLER + "://127.0.0.1:"
                                + quorum.own().controllerPort()),
                Map.entry(
                        "advertised.listeners",
                        BROKER + "://127.0.0.1:" + quorum.own().port()),
                // Static voters, so that the ports may change between two starts.
                Map.entry("controller.quorum.voters", quorum.voters()),
                Map.entry("log.dirs", logDirectory().toString()),
                // Apart from the topics: a second process would otherwise take over the live metadata log.
                Map.entry("metadata.log.dir", metadataDirectory().toString()),
                Map.entry("auto.create.topics.enable", "false"));
    }

    private Map<String, String> copies() {
        String copies = Integer.toString(quorum.copies());
        String majority = Integer.toString(quorum.copies() / 2 + 1);
        return Map.ofEntries(
                Map.entry("default.replication.factor", copies),
                Map.entry("min.insync.replicas", majority),
                Map.entry("offsets.topic.replication.factor", copies),
                Map.entry("transaction.state.log.replication.factor", copies),
                Map.entry("transaction.state.log.min.isr", majority),
                Map.entry("share.coordinator.state.topic.replication.factor", copies),
                Map.entry("share.coordinator.state.topic.min.isr", majority));
    }

    private static Map<String, String> patience() {
        return Map.ofEntries(
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                // After a kill -9 the next start waits until the old registration has timed out: 9 s by default. With
                // less still, a disk that stalls for two seconds takes all partitions from the only broker there is.
                Map.entry("broker.session.timeout.ms", "6000"),
                Map.entry("broker.heartbeat.interval.ms", "1000"));
    }

    private static Map<String, String> memory() {
        // How far a program has read is forgotten when it has been off for so long; then it reads everything again.
        // Twice
        // the 30 days that ratings stay, so that nothing is left by then that was counted before. Kafka's default, 7
        // days,
        // would count records a second time that name no sender and number.
        return Map.of("offsets.retention.minutes", Long.toString(OFFSETS_RETENTION.toMinutes()));
    }

    private static Map<String, String> durability() {
        // There is no replica to fall back on: what is acknowledged must be on disk. For all topics, because after a
        // power cut a committed offset without its counts would be ratings lost. Price, for the demo's 90 days of
        // history: 5,000 flushes, 2 s in all at 0.3 ms each; where a busy disk took 14 ms for each, 63 s, not 28.
        return Map.of("log.flush.interval.messages", "1");
    }

    private static Map<String, String> smallFootprint() {
        return Map.ofEntries(
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4"),
                Map.entry("background.threads", "2"),
                Map.entry("num.recovery.threads.per.data.dir", "2"),
                Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(16 * MEGABYTE)),
                Map.entry("log.cleaner.io.buffer.size", Integer.toString(MEGABYTE / 4)),
                Map.entry("log.segment.bytes", Integer.toString(64 * MEGABYTE)),
                Map.entry("log.index.size.max.bytes", Integer.toString(MEGABYTE)));
    }
}
