package de.visitenkarte.standalone;

import de.visitenkarte.streams.StreamsApplication;
import de.visitenkarte.streams.StreamsConfiguration;
import io.dropwizard.core.setup.Environment;
import java.util.Map;

/** The streams application, unchanged, in this process. */
final class LocalStreams extends StreamsApplication {

    private final RunningServer server = new RunningServer("streams");

    private LocalStreams(Map<String, String> environment) {
        super(environment);
    }

    /** Drops everything that was counted; no server may run. */
    static void reset(Map<String, String> environment) throws Exception {
        LocalStreams application = new LocalStreams(environment);
        application.run("reset", "streams.yaml");
        application.server.check();
    }

    /** Returns the server once it listens; it need not be ready yet. */
    static RunningServer start(Map<String, String> environment) throws Exception {
        LocalStreams application = new LocalStreams(environment);
        application.run("server", "streams.yaml");
        application.server.check();
        return application.server;
    }

    @Override
    public void run(StreamsConfiguration configuration, Environment environment) {
        super.run(configuration, environment);
        server.watch(environment);
    }

    @Override
    protected void onFatalError(Throwable cause) {
        server.failed(cause);
    }
}
