package de.visitenkarte.standalone.kafka;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * Controller and broker of one node, as Kafka's own {@link KafkaRaftServer} puts them together, but one after the other:
 * the broker starts when the controller knows that the process before it is gone.
 *
 * <p>After a kill, Kafka's own start leads all partitions for some seconds by what was known before, then loses them and
 * gets them back. If a transaction was just being ended when the process was killed, the coordinator takes the partitions
 * without a leader for deleted and leaves their marks out (4.3.1 and 4.4.0, {@code
 * KRaftMetadataCache.getPartitionLeaderEndpoint}): readers of committed records, and streams, then wait for ever.
 */
final class KafkaNode {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaNode.class);

    /** Many times the session's timeout, for a machine that is very busy. */
    private static final int PATIENCE_SECONDS = 60;

    private final int id;
    private final SharedServer shared;
    private final ControllerServer controller;
    private final BrokerServer broker;

    /** Makes a node on formatted directories; nothing starts yet. */
    KafkaNode(Map<String, String> properties) {
        KafkaConfig config = new KafkaConfig(properties, false);
        Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> directories =
                KafkaRaftServer.initializeLogDirs(config, LOG, "");
        Map<Integer, InetSocketAddress> voters =
                QuorumConfig.parseVoterConnections(config.quorumConfig().voters());
        id = config.nodeId();
        shared = new SharedServer(
                config,
                directories._1(),
                Time.SYSTEM,
                new Metrics(),
                CompletableFuture.completedFuture(voters),
                List.of(),
                new StandardFaultHandlerFactory(),
                ServerSocketFactory.INSTANCE);
        controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), directories._2());
        broker = new BrokerServer(shared);
    }

    /** Returns when the broker takes connections. */
    void start() throws InterruptedException, ExecutionException, TimeoutException {
        controller.startup();
        Departure departure = new Departure(id);
        shared.loader().installPublishers(List.of(departure)).get();
        departure.seen().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        shared.loader().removeAndClosePublisher(departure).get();
        broker.startup();
    }

    /** Returns when everything is closed; also after a start that failed. */
    void stop() {
        broker.shutdown();
        controller.shutdown();
    }
}
