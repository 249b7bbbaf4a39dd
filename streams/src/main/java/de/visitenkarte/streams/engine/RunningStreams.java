package de.visitenkarte.streams.engine;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One started Kafka Streams client with what belongs to it. */
final class RunningStreams {

    private static final Logger LOG = LoggerFactory.getLogger(RunningStreams.class);

    /** Leaves two of the engine's ten seconds for everything else. */
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(7);

    /** An error that does not go away must not become a busy loop. */
    private static final Duration PAUSE_AFTER_ERROR = Duration.ofSeconds(1);

    private final KafkaStreams streams;
    private final RocksDbMemory memory;
    private final KafkaStreamsMetrics metrics;
    private final AtomicBoolean metricsBound = new AtomicBoolean();

    private RunningStreams(KafkaStreams streams, RocksDbMemory memory) {
        this.streams = streams;
        this.memory = memory;
        this.metrics = new KafkaStreamsMetrics(streams);
    }

    /**
     * Starts a client.
     *
     * @param stopping is counted down when the engine stops
     * @throws RuntimeException if it cannot start, for instance because another process uses the state directory;
     *     nothing is left open then
     */
    static RunningStreams start(
            EngineSettings settings,
            String instanceId,
            Function<StreamsConfig, Topology> topology,
            MeterRegistry registry,
            CountDownLatch stopping) {
        RocksDbMemory memory = new RocksDbMemory(settings.storeMemory());
        try {
            Properties properties = new Properties();
            properties.putAll(EngineProperties.of(settings, memory, instanceId));
            KafkaStreams streams = new KafkaStreams(topology.apply(new StreamsConfig(properties)), properties);
            RunningStreams running = new RunningStreams(streams, memory);
            running.start(registry, stopping);
            return running;
        } catch (RuntimeException e) {
            memory.close();
            throw e;
        }
    }

    private void start(MeterRegistry registry, CountDownLatch stopping) {
        streams.setStateListener((now, before) -> onState(now, registry));
        streams.setUncaughtExceptionHandler(error -> replaceThread(error, stopping));
        try {
            streams.start();
        } catch (RuntimeException e) {
            streams.close(CLOSE_TIMEOUT);
            throw e;
        }
    }

    private void onState(State now, MeterRegistry registry) {
        LOG.info("Kafka Streams is {}", now);
        // Most meters appear with the first tasks; whoever binds earlier looks for them again only a minute later.
        if (now == State.RUNNING && metricsBound.compareAndSet(false, true)) {
            metrics.bindTo(registry);
        }
    }

    boolean isRunning() {
        return streams.state() == State.RUNNING;
    }

    String description() {
        return "Kafka Streams is " + streams.state();
    }

    /** Leaves the consumer group, so that whoever comes next need not wait until this instance is missed. */
    void close() {
        // Who is told RUNNING from now on must not bind what is closed: it would look like the death of a thread.
        metricsBound.set(true);
        metrics.close();
        boolean closed = streams.close(CloseOptions.timeout(CLOSE_TIMEOUT)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
        if (closed) {
            memory.close();
        } else {
            // The stores may still be in use, so their memory is left to the end of the process.
            LOG.warn("Kafka Streams did not stop within {} s", CLOSE_TIMEOUT.toSeconds());
        }
    }

    /** The thread's transaction is aborted and the new thread reads the same records again: nothing is lost or doubled. */
    private static StreamThreadExceptionResponse replaceThread(Throwable error, CountDownLatch stopping) {
        LOG.error("A stream thread died and is replaced", error);
        try {
            stopping.await(PAUSE_AFTER_ERROR.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
