package de.visitenkarte.standalone.kafka;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The nodes of a Kafka cluster on loopback, each broker and controller at once, and which of them this is.
 *
 * @param clusterId the same for all nodes: 22 characters of base64url; counts at the first start only
 * @param nodes at least one; node i of the cluster is the one at index i − 1
 * @param nodeId which of them, from 1
 */
public record Quorum(String clusterId, List<Node> nodes, int nodeId) {

    private static final int MOST_COPIES = 3;

    /** Where a node listens. */
    public record Node(int port, int controllerPort) {}

    public Quorum {
        nodes = List.copyOf(nodes);
        if (nodeId < 1 || nodeId > nodes.size()) {
            throw new IllegalArgumentException("There is no node " + nodeId + " among " + nodes.size());
        }
    }

    /** Returns a cluster of a single node. */
    static Quorum ofOne(String clusterId, int port, int controllerPort) {
        return new Quorum(clusterId, List.of(new Node(port, controllerPort)), 1);
    }

    /** Returns the addresses of all nodes for clients. */
    public String bootstrapServers() {
        return nodes.stream().map(node -> "127.0.0.1:" + node.port()).collect(Collectors.joining(","));
    }

    Node own() {
        return nodes.get(nodeId - 1);
    }

    /** Returns how many copies a topic has. */
    int copies() {
        return Math.min(MOST_COPIES, nodes.size());
    }

    /** Returns the controllers as Kafka's settings name them. */
    String voters() {
        return IntStream.rangeClosed(1, nodes.size())
                .mapToObj(id -> id + "@127.0.0.1:" + nodes.get(id - 1).controllerPort())
                .collect(Collectors.joining(","));
    }
}
