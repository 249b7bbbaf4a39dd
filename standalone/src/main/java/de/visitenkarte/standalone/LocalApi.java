package de.visitenkarte.standalone;

import de.visitenkarte.api.ApiApplication;
import de.visitenkarte.api.ApiConfiguration;
import io.dropwizard.core.setup.Environment;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The api, unchanged, in this process. */
final class LocalApi extends ApiApplication {

    private static final String CONFIGURATION = "api.yaml";

    private final RunningServer server = new RunningServer("api");

    private LocalApi(Map<String, String> environment) {
        super(environment);
    }

    private LocalApi(Map<String, String> environment, PrintStream console) {
        super(environment, console);
    }

    /** Imports a registry into the database. */
    static void importRegistry(Map<String, String> environment, Path file) throws Exception {
        LocalApi application = new LocalApi(environment);
        application.run("import-registry", CONFIGURATION, "--file", file.toString());
        application.server.check();
    }

    /** Runs the command {@code account} and returns what it prints. */
    static String account(Map<String, String> environment, String... arguments) throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        LocalApi application = new LocalApi(environment, new PrintStream(printed, true, StandardCharsets.UTF_8));
        application.run(Stream.concat(Stream.of("account", CONFIGURATION), Stream.of(arguments))
                .toArray(String[]::new));
        application.server.check();
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** Drops the cells in the database, to be projected anew. */
    static void rebuild(Map<String, String> environment) throws Exception {
        LocalApi application = new LocalApi(environment);
        application.run("rebuild", CONFIGURATION);
        application.server.check();
    }

    /** Returns the server once it listens; it need not be ready yet. */
    static RunningServer start(Map<String, String> environment) throws Exception {
        LocalApi application = new LocalApi(environment);
        application.run("server", CONFIGURATION);
        application.server.check();
        return application.server;
    }

    @Override
    public void run(ApiConfiguration configuration, Environment environment) throws Exception {
        super.run(configuration, environment);
        server.watch(environment);
    }

    @Override
    protected void onFatalError(Throwable cause) {
        server.failed(cause);
    }
}
