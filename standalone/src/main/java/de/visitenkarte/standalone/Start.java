package de.visitenkarte.standalone;

import de.visitenkarte.api.database.RoleScript;
import de.visitenkarte.standalone.Standalone.Database;
import de.visitenkarte.standalone.demo.Demo;
import de.visitenkarte.standalone.kafka.EmbeddedKafka;
import de.visitenkarte.standalone.machine.DataDirectory;
import de.visitenkarte.standalone.machine.LoopbackPort;
import de.visitenkarte.standalone.machine.StartFailure;
import de.visitenkarte.standalone.machine.Uninterrupted;
import de.visitenkarte.standalone.postgres.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The steps of one start. Each part goes to {@link Parts} as soon as it runs. */
final class Start {

    private static final String DEVICE_REQUESTS = "VISITENKARTE_DEVICE_REQUESTS";

    private final Parts parts;
    private final DataDirectory directory;
    private final Options options;
    private final StartListener listener;
    private final Readiness readiness = new Readiness();

    private int step;

    Start(Parts parts, DataDirectory directory, Options options, StartListener listener) {
        this.parts = parts;
        this.directory = directory;
        this.options = options;
        this.listener = listener;
    }

    Standalone run() throws InterruptedException {
        Addresses addresses = addresses();
        Origin.of(options).claim(directory.path());
        @Nullable Demo demo = options.demo() ? parts.add(prepareDemo()) : null;
        @Nullable Path registry = demo == null ? options.registry() : demo.registryFile();

        int steps = registry == null ? 5 : 6;
        EmbeddedPostgres postgres =
                step(steps, "PostgreSQL", () -> parts.add(startPostgres(directory.directory("postgres"))));
        Database database = new Database(postgres.jdbcUrl(), postgres.user(), postgres.password());
        EmbeddedKafka kafka = step(
                steps,
                "Kafka",
                () -> parts.add(Uninterrupted.call(() -> EmbeddedKafka.start(directory.directory("kafka")))));
        Map<String, String> environment =
                environment(addresses, database, kafka.bootstrapServers(), directory.directory("streams"));
        if (registry != null) {
            step(
                    steps,
                    "Registry",
                    () -> Uninterrupted.call(() -> {
                        LocalApi.importRegistry(environment, registry);
                        return registry;
                    }));
        }
        List<SignIn> signIns = step(
                steps,
                "Accounts",
                () -> Uninterrupted.call(() -> StaffAccounts.prepare(
                        environment, directory.directory("staff"), demo != null, options.forgotten())));
        step(steps, "API", () -> startApi(environment, addresses));
        step(steps, "Streams", () -> startStreams(environment, addresses));
        if (demo != null) {
            listener.serving(addresses);
            demo.loadHistory(addresses.api(), listener);
            demo.playLive(addresses.api());
        }
        return new Standalone(
                parts,
                directory.path(),
                addresses,
                database,
                kafka.bootstrapServers(),
                signIns,
                demo == null ? null : demo.trialDeviceToken());
    }

    /** With the roles of production, which differ in their rights and not, as there, in their passwords. */
    static EmbeddedPostgres startPostgres(Path directory) throws InterruptedException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(directory);
        try {
            String password = postgres.password();
            postgres.prepare(new RoleScript(password, password, password).sql());
            return postgres;
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    private Demo prepareDemo() {
        // Made here, because it holds tokens and must be closed to other users.
        directory.directory("demo");
        return Demo.prepare(directory.path(), options.clock());
    }

    private Addresses addresses() {
        if (options.port() == 0) {
            return Addresses.from(LoopbackPort.findFree(Options.PORTS));
        }
        for (int port = options.port(); port < options.port() + Options.PORTS; port++) {
            if (!LoopbackPort.isFree(port)) {
                throw new StartFailure("Port " + port + " is taken by another program: choose another with --port"
                        + " (three in a row are needed, " + options.port() + " to "
                        + (options.port() + Options.PORTS - 1) + " with this choice).");
            }
        }
        return Addresses.from(options.port());
    }

    /** Returns the variables of both applications. */
    static Map<String, String> environment(Addresses addresses, Database database, String kafka, Path streamsState) {
        Map<String, String> environment = new HashMap<>();
        environment.put("VISITENKARTE_KAFKA", kafka);
        environment.put("VISITENKARTE_REPLICATION", "1");
        environment.put("VISITENKARTE_DATABASE_URL", database.url());
        environment.put("VISITENKARTE_MIGRATION_USER", database.user());
        environment.put("VISITENKARTE_MIGRATION_PASSWORD", database.password());
        environment.put("VISITENKARTE_DATABASE_USER", RoleScript.API);
        environment.put("VISITENKARTE_DATABASE_PASSWORD", database.password());
        environment.put("VISITENKARTE_READER_USER", RoleScript.BOARD);
        environment.put("VISITENKARTE_READER_PASSWORD", database.password());
        environment.put("VISITENKARTE_HOST", "127.0.0.1");
        environment.put("VISITENKARTE_PORT", Integer.toString(addresses.port()));
        environment.put("VISITENKARTE_ADMIN_PORT", Integer.toString(addresses.adminPort()));
        environment.put("VISITENKARTE_STREAMS_PORT", Integer.toString(addresses.streamsPort()));
        environment.put("VISITENKARTE_STREAMS_STATE", streamsState.toString());
        // Of the settings that are not about addresses, the one that a benchmark needs.
        Optional.ofNullable(System.getenv(DEVICE_REQUESTS)).ifPresent(limit -> environment.put(DEVICE_REQUESTS, limit));
        return Map.copyOf(environment);
    }

    private RunningServer startApi(Map<String, String> environment, Addresses addresses) throws Exception {
        RunningServer server = parts.add(Uninterrupted.call(() -> LocalApi.start(environment)));
        readiness.await("api", addresses.apiAdmin());
        return server;
    }

    private RunningServer startStreams(Map<String, String> environment, Addresses addresses) throws Exception {
        RunningServer server = parts.add(Uninterrupted.call(() -> LocalStreams.start(environment)));
        readiness.await("streams", addresses.streamsAdmin());
        return server;
    }

    private <T> T step(int steps, String what, Callable<T> work) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("stop before the part " + what);
        }
        step++;
        listener.starting(step, steps, what);
        long began = System.nanoTime();
        try {
            T result = work.call();
            listener.ready(Duration.ofNanos(System.nanoTime() - began));
            return result;
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new StartFailure("The part " + what + " could not start: " + e.getMessage(), e);
        }
    }
}
