package de.visitenkarte.streams.engine;

import io.dropwizard.lifecycle.Managed;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a topology running. Starts in the background as soon as Kafka and the api's topics are there, however long that
 * takes; the process stays up meanwhile and says that it is not ready.
 */
public final class StreamsEngine implements Managed {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsEngine.class);

    private static final Duration RETRY = Duration.ofSeconds(2);

    private final EngineSettings settings;
    private final Function<StreamsConfig, Topology> topology;
    private final MeterRegistry registry;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread starter = new Thread(this::startWhenPossible, "streams-starter");

    private volatile String waitingFor = "Kafka";
    private volatile @Nullable RunningStreams running;

    /**
     * Makes the engine; nothing starts yet.
     *
     * @param topology builds what is run
     * @param registry where the meters of Kafka Streams appear once it runs
     */
    public StreamsEngine(EngineSettings settings, Function<StreamsConfig, Topology> topology, MeterRegistry registry) {
        this.settings = settings;
        this.topology = topology;
        this.registry = registry;
        // A topology that cannot be built will not become better by trying again, so it fails here.
        Topology unused = topology.apply(new StreamsConfig(EngineProperties.of(settings)));
    }

    @Override
    public void start() {
        starter.start();
    }

    /** Stops within ten seconds, whether Kafka answers or not. */
    @Override
    public void stop() throws InterruptedException {
        stopping.countDown();
        starter.interrupt();
        starter.join(Duration.ofSeconds(2).toMillis());
        RunningStreams streams = running;
        if (streams != null) {
            streams.close();
        }
    }

    /** Returns whether events are being counted now. */
    public boolean isRunning() {
        RunningStreams streams = running;
        return streams != null && streams.isRunning();
    }

    /** Returns what the engine does, for people: the state of Kafka Streams or what it waits for. */
    public String description() {
        RunningStreams streams = running;
        return streams == null ? "waiting for " + waitingFor : streams.description();
    }

    private void startWhenPossible() {
        try {
            do {
                if (tryToStart()) {
                    return;
                }
            } while (!stopping.await(RETRY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean tryToStart() throws InterruptedException {
        try {
            List<String> missing = prepareTopics();
            if (!missing.isEmpty()) {
                waitFor("the api to create " + missing);
                return false;
            }
            String instanceId = InstanceId.in(settings.stateDirectory(), UUID::randomUUID);
            running = RunningStreams.start(settings, instanceId, topology, registry, stopping);
            return true;
        } catch (TimeoutException e) {
            waitFor("Kafka, which does not answer at " + settings.bootstrapServers());
        } catch (ExecutionException e) {
            waitFor("Kafka, which refuses: " + e.getCause());
        } catch (IOException e) {
            waitFor("the state directory: " + e);
        } catch (RuntimeException e) {
            // Whatever keeps Kafka Streams from starting may be repaired from outside; health is red until then.
            LOG.error("Kafka Streams does not start", e);
            waitingFor = "Kafka Streams to start";
        }
        return false;
    }

    private List<String> prepareTopics() throws ExecutionException, TimeoutException, InterruptedException {
        Admin admin = Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers()));
        try {
            return new TopicPreparation(admin, settings).prepare();
        } finally {
            admin.close(Duration.ZERO);
        }
    }

    /** Says it once, not on every attempt. */
    private void waitFor(String what) {
        if (!what.equals(waitingFor)) {
            waitingFor = what;
            LOG.warn("Waiting for {}", what);
        }
    }
}
