package de.visitenkarte.standalone.kafka;

import de.visitenkarte.standalone.machine.LoopbackPort;
import de.visitenkarte.standalone.machine.StartFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Kafka node, controller and broker at once, on loopback only: usually alone, or one of several. What it acknowledged
 * survives {@link #close()}.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);

    private final KafkaNode node;
    private final String bootstrapServers;

    private EmbeddedKafka(KafkaNode node, String bootstrapServers) {
        this.node = node;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Returns a broker that takes connections.
     *
     * @param directory where it keeps everything; only one process may use it at a time, which the caller ensures,
     *     because Kafka itself notices a second one too late
     * @throws StartFailure if it cannot run here
     */
    public static EmbeddedKafka start(Path directory) {
        try {
            Files.createDirectories(directory);
            return start(
                    directory,
                    Quorum.ofOne(
                            clusterIdIn(directory),
                            LoopbackPort.keep(directory.resolve("broker.port")),
                            LoopbackPort.keep(directory.resolve("controller.port"))));
        } catch (IOException e) {
            throw new StartFailure("Kafka could not be started in " + directory + ": " + e.getMessage(), e);
        }
    }

    /**
     * Returns one node of a cluster; it takes connections, and serves as soon as most of the others run too.
     *
     * @param directory as with {@link #start(Path)}
     * @throws StartFailure if it cannot run here
     */
    public static EmbeddedKafka start(Path directory, Quorum quorum) {
        try {
            Files.createDirectories(directory);
            BrokerSettings settings = new BrokerSettings(directory, quorum);
            format(settings);
            return start(settings);
        } catch (IOException e) {
            throw new StartFailure("Kafka could not be started in " + directory + ": " + e.getMessage(), e);
        } catch (Exception e) { // Kafka's Scala code throws checked exceptions without saying so.
            throw new StartFailure("Kafka could not be started in " + directory + ".", e);
        }
    }

    /**
     * Sets what happens when Kafka meets a fault after which it ends the whole process, such as a full disk. For a
     * program's main class: Kafka has one such setting per process.
     *
     * @param tell runs first, on Kafka's thread
     */
    public static void onFatalFault(Runnable tell) {
        Exit.setHaltProcedure((status, message) -> end(tell, status, message));
        Exit.setExitProcedure((status, message) -> end(tell, status, message));
    }

    private static void end(Runnable tell, int status, @Nullable String message) {
        LOG.error("Kafka ends the process: {}", message);
        tell.run();
        // As Kafka's own procedure does: its shutdown would wait for the thread that is here.
        Runtime.getRuntime().halt(status);
    }

    /** Returns the address for clients. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Stops the broker; returns when its files are closed. */
    @Override
    public void close() {
        node.stop();
    }

    private static EmbeddedKafka start(BrokerSettings settings) throws Exception {
        KafkaNode node = new KafkaNode(settings.properties());
        try {
            node.start();
            return new EmbeddedKafka(node, settings.quorum().bootstrapServers());
        } catch (Exception e) {
            node.stop();
            throw e;
        }
    }

    /**
     * Returns the cluster that an earlier start began to format here, otherwise a new one. Kafka writes the file of each
     * directory atomically, and formats the second only for the cluster of the first.
     */
    private static String clusterIdIn(Path directory) throws IOException {
        Path file = directory.resolve("log").resolve("meta.properties");
        Properties known = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                known.load(reader);
            }
        }
        return known.getProperty("cluster.id", Uuid.randomUuid().toString());
    }

    private static void format(BrokerSettings settings) throws Exception {
        if (Files.exists(settings.metadataDirectory().resolve("meta.properties"))) {
            return;
        }
        try (PrintStream quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(quiet)
                    .setNodeId(settings.quorum().nodeId())
                    .setClusterId(settings.quorum().clusterId())
                    .addDirectory(settings.logDirectory().toString())
                    .addDirectory(settings.metadataDirectory().toString())
                    .setMetadataLogDirectory(settings.metadataDirectory().toString())
                    .setControllerListenerName(BrokerSettings.CONTROLLER)
                    // A start that was interrupted here may have formatted one of the two directories.
                    .setIgnoreFormatted(true)
                    .run();
            LOG.info("formatted {}", settings.directory());
        }
    }
}
