package de.visitenkarte.bench.cluster;

import de.visitenkarte.standalone.kafka.EmbeddedKafka;
import de.visitenkarte.standalone.kafka.Quorum;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** One Kafka node as a process. Arguments: directory, id of the cluster, number of this node, {@code port:controllerPort} of all. */
public final class BrokerMain {

    private BrokerMain() {}

    /** Runs until the process is ended; SIGTERM stops the node in order. */
    public static void main(String[] arguments) {
        List<Quorum.Node> nodes =
                Arrays.stream(arguments).skip(3).map(BrokerMain::node).toList();
        EmbeddedKafka.onFatalFault(() -> {});
        EmbeddedKafka kafka = EmbeddedKafka.start(
                Path.of(arguments[0]), new Quorum(arguments[1], nodes, Integer.parseInt(arguments[2])));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "stop"));
    }

    private static Quorum.Node node(String text) {
        int colon = text.indexOf(':');
        return new Quorum.Node(Integer.parseInt(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)));
    }
}
