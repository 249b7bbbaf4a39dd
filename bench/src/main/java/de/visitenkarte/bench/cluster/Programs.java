package de.visitenkarte.bench.cluster;

import de.visitenkarte.api.ApiApplication;
import de.visitenkarte.api.database.RoleScript;
import de.visitenkarte.standalone.kafka.Quorum;
import de.visitenkarte.streams.StreamsApplication;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The command lines and environments of all processes. */
record Programs(Path directory, Addresses addresses) {

    private static final String CLUSTER_ID = "VisitenkarteFaultsTest";

    List<String> postgres() {
        return java(
                "-Xmx64m",
                PostgresMain.class.getName(),
                directory.resolve("postgres").toString());
    }

    List<String> broker(int nodeId) {
        List<String> command = java(
                "-Xmx320m",
                BrokerMain.class.getName(),
                brokerDirectory(nodeId).toString(),
                CLUSTER_ID,
                Integer.toString(nodeId));
        for (Quorum.Node node : addresses.brokers()) {
            command.add(node.port() + ":" + node.controllerPort());
        }
        return command;
    }

    Path brokerDirectory(int nodeId) {
        return directory.resolve("broker-" + nodeId);
    }

    List<String> api(String... arguments) {
        List<String> command = java("-Xmx256m", ApiApplication.class.getName());
        command.addAll(List.of(arguments));
        return command;
    }

    List<String> streams() {
        return java("-Xmx256m", StreamsApplication.class.getName(), "server", "streams.yaml");
    }

    String kafka() {
        return new Quorum(CLUSTER_ID, addresses.brokers(), 1).bootstrapServers();
    }

    Map<String, String> environment(Database database) {
        Map<String, String> environment = new HashMap<>();
        environment.put("VISITENKARTE_KAFKA", kafka());
        environment.put(
                "VISITENKARTE_REPLICATION", Integer.toString(addresses.layout().brokers()));
        environment.put("VISITENKARTE_DATABASE_URL", database.url());
        environment.put("VISITENKARTE_MIGRATION_USER", database.user());
        environment.put("VISITENKARTE_MIGRATION_PASSWORD", database.password());
        environment.put("VISITENKARTE_DATABASE_USER", RoleScript.API);
        environment.put("VISITENKARTE_DATABASE_PASSWORD", database.password());
        environment.put("VISITENKARTE_READER_USER", RoleScript.BOARD);
        environment.put("VISITENKARTE_READER_PASSWORD", database.password());
        environment.put("VISITENKARTE_HOST", "127.0.0.1");
        // A handful of tablets stands for all: what is measured is the product, not what one tablet may send.
        environment.put("VISITENKARTE_DEVICE_REQUESTS", "1000000");
        environment.put("MALLOC_ARENA_MAX", "2");
        return environment;
    }

    private static List<String> java(String heap, String main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-Xss512k",
                "-XX:+UseSerialGC",
                // A process lives for some seconds: the quick compiler is enough.
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(List.of(arguments));
        return command;
    }
}
