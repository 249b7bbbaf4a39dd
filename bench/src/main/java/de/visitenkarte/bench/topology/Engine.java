package de.visitenkarte.bench.topology;

import de.visitenkarte.streams.StreamsApplication;
import de.visitenkarte.streams.StreamsConfiguration;
import io.dropwizard.core.setup.Environment;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;

/** The streams application in this process, with the settings it has in production. */
public final class Engine implements AutoCloseable {

    private final Application application;

    private Engine(Application application) {
        this.application = application;
    }

    /** Starts it; returns before it counts. */
    public static Engine start(String kafka, Path state, int threads) throws Exception {
        Application application = new Application(Map.of(
                "VISITENKARTE_KAFKA",
                kafka,
                "VISITENKARTE_REPLICATION",
                "1",
                "VISITENKARTE_STREAMS_STATE",
                state.toString(),
                "VISITENKARTE_STREAMS_THREADS",
                Integer.toString(threads),
                "VISITENKARTE_STREAMS_PORT",
                "0"));
        application.run("server", "streams.yaml");
        return new Engine(application);
    }

    @Override
    public void close() {
        Server server = application.server;
        if (server == null) {
            return;
        }
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The streams application does not stop", e);
        }
    }

    private static final class Application extends StreamsApplication {

        private @Nullable Server server;

        Application(Map<String, String> environment) {
            super(environment);
        }

        @Override
        public void run(StreamsConfiguration configuration, Environment environment) {
            super.run(configuration, environment);
            environment.lifecycle().addServerLifecycleListener(started -> server = started);
        }
    }
}
