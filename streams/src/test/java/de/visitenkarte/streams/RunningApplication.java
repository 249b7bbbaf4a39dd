package de.visitenkarte.streams;

import io.dropwizard.core.setup.Environment;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The application as its main method starts it, on a free port. */
final class RunningApplication implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Server server;

    private RunningApplication(Server server) {
        this.server = server;
    }

    static RunningApplication start(String bootstrapServers, Path stateDirectory) throws Exception {
        AtomicReference<Server> started = new AtomicReference<>();
        Map<String, String> variables = Map.of(
                "VISITENKARTE_KAFKA",
                bootstrapServers,
                "VISITENKARTE_STREAMS_STATE",
                stateDirectory.toString(),
                "VISITENKARTE_STREAMS_PORT",
                "0",
                "VISITENKARTE_REPLICATION",
                "1");
        new StreamsApplication(variables) {
            @Override
            public void run(StreamsConfiguration configuration, Environment environment) {
                environment.lifecycle().addServerLifecycleListener(started::set);
            }

            @Override
            protected void onFatalError(Throwable t) {
                throw new IllegalStateException(t);
            }
        }.run("server", "streams.yaml");
        return new RunningApplication(Objects.requireNonNull(started.get()));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The application did not stop", e);
        }
    }
}
