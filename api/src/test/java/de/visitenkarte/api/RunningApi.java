package de.visitenkarte.api;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.visitenkarte.api.staff.Role;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.DropwizardResourceConfig;
import io.dropwizard.jetty.MutableServletContextHandler;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jdbi.v3.core.Jdbi;

/** The application as its main method starts it, on free ports, with a registry of its own and without Kafka. */
final class RunningApi implements AutoCloseable {

    static final String DEVICE_TOKEN = "test";
    static final String INTEGRATION_TOKEN = "test1";

    /** Nobody listens there. */
    private static final String NO_KAFKA = "127.0.0.1:1";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final StaffForTests staff;
    private final Server server;
    private final Environment environment;

    private RunningApi(Map<String, String> variables, Server server, Environment environment) {
        this.staff = new StaffForTests(variables);
        this.server = server;
        this.environment = environment;
    }

    /** Starts on a new database with the registry in {@code registry.yaml}, and waits until devices are recognised. */
    static RunningApi start() {
        Map<String, String> variables = variables(PostgresForTests.newDatabase());
        importRegistry(variables, "src/test/resources/registry.yaml");
        return start(variables);
    }

    static Map<String, String> variables(String databaseUrl) {
        return Map.of(
                "VISITENKARTE_DATABASE_URL", databaseUrl,
                "VISITENKARTE_DATABASE_USER", "postgres",
                "VISITENKARTE_PORT", "0",
                "VISITENKARTE_ADMIN_PORT", "0",
                "VISITENKARTE_KAFKA", NO_KAFKA);
    }

    static void importRegistry(Map<String, String> variables, String file) {
        run(variables, "import-registry", "api.yaml", "--file", file);
    }

    /** Runs a command to its end. */
    static void run(Map<String, String> variables, String... arguments) {
        try {
            new FailingApplication(variables).run(arguments);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts on a database with the registry of {@link #start()}. */
    static RunningApi start(Map<String, String> variables) {
        FailingApplication application = new FailingApplication(variables);
        try {
            application.run("server", "api.yaml");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        RunningApi api = new RunningApi(
                variables,
                Objects.requireNonNull(application.server.get()),
                Objects.requireNonNull(application.environment.get()));
        await().until(() -> api.get("/v1/device/configuration", "Authorization", "Bearer " + DEVICE_TOKEN)
                        .status()
                == 200);
        return api;
    }

    /** The resources and everything else that Jersey knows. */
    DropwizardResourceConfig jersey() {
        return environment.jersey().getResourceConfig();
    }

    /** The addresses of all servlets and filters of a port, as they were registered. */
    Set<String> servletPaths(boolean admin) {
        MutableServletContextHandler context =
                admin ? environment.getAdminContext() : environment.getApplicationContext();
        return Arrays.stream(context.getServletHandler().getServletMappings())
                .flatMap(mapping -> Arrays.stream(mapping.getPathSpecs()))
                .collect(Collectors.toSet());
    }

    /** Gives direct access to what is stored. */
    Jdbi jdbi() {
        return staff.jdbi();
    }

    /** Returns somebody with that role, signed in; a manager leads Musterstadt. */
    Browser signIn(Role role) {
        return new Browser(this, staff.signIn(role, "musterstadt"));
    }

    /** Returns a manager of that authority, signed in. */
    Browser signInManagerOf(String authority) {
        return new Browser(this, staff.signIn(Role.MANAGER, authority));
    }

    /** Returns a browser that nobody has signed in with. */
    Browser browser() {
        return new Browser(this, "");
    }

    Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    Answer admin(String path) {
        return admin("GET", path);
    }

    Answer admin(String method, String path) {
        return send(HttpRequest.newBuilder(uri(1, path)).method(method, BodyPublishers.noBody()));
    }

    /** Sends what no client would, and reads until the server hangs up. */
    String sendRaw(String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer postRatings(String token, String body) {
        return post("/v1/ratings", token, BodyPublishers.ofString(body));
    }

    Answer postVisits(String token, String body) {
        return post("/v1/visits", token, BodyPublishers.ofString(body));
    }

    Answer post(String path, String token, BodyPublisher body) {
        return send("POST", path, body, "Content-Type", "application/json", "Authorization", "Bearer " + token);
    }

    Answer send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(0, path)).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    int port() {
        return uri(0, "/").getPort();
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(send(request.build()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A kept connection may have been closed by the server meanwhile; the client does not repeat a POST by itself. */
    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException closedMeanwhile) {
            return http.send(request, BodyHandlers.ofString());
        }
    }

    private URI uri(int connector, String path) {
        int port = ((ServerConnector) server.getConnectors()[connector]).getLocalPort();
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The application did not stop", e);
        }
    }

    /** A resource with a fault of ours. */
    @Hidden
    @Path("/v1/broken")
    @PermitAll
    public static final class Broken {

        @GET
        public String get() {
            return Objects.requireNonNull(System.getProperty("no.such.property"), "secret of the house");
        }
    }

    /** An answer, as tests look at it. */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            try {
                return JSON.readTree(body());
            } catch (JsonProcessingException e) {
                throw new AssertionError("No JSON: " + body(), e);
            }
        }

        @Override
        public String toString() {
            return status() + " " + response.headers().map() + " " + body();
        }
    }

    /** Throws instead of ending the process. */
    private static final class FailingApplication extends ApiApplication {

        private final AtomicReference<Server> server = new AtomicReference<>();
        private final AtomicReference<Environment> environment = new AtomicReference<>();

        FailingApplication(Map<String, String> variables) {
            super(variables);
        }

        @Override
        public void run(ApiConfiguration configuration, Environment environment) throws Exception {
            super.run(configuration, environment);
            environment.lifecycle().addServerLifecycleListener(server::set);
            environment.jersey().register(new Broken());
            this.environment.set(environment);
        }

        @Override
        protected void onFatalError(Throwable t) {
            throw new IllegalStateException(t);
        }
    }
}
