package de.visitenkarte.bench.cluster;

import de.visitenkarte.standalone.machine.LoopbackPort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** PostgreSQL, brokers, api and streams, each as a process of its own. All end with {@link #close()}. */
public final class Cluster implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Path directory;
    private final Programs programs;
    private final Addresses addresses;
    private final Spawner spawner = new Spawner();
    private final List<Member> members = new ArrayList<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private @Nullable Database database;

    /** @param directory for everything the processes keep and print; created if absent */
    public Cluster(Path directory, Layout layout) throws IOException {
        this.directory = Files.createDirectories(directory.toAbsolutePath());
        this.addresses = Addresses.findFree(layout);
        this.programs = new Programs(this.directory, addresses);
        Files.createDirectories(this.directory.resolve("postgres"));
        // Where the server finds its port when it starts.
        Files.writeString(this.directory.resolve("postgres").resolve("port"), addresses.postgres() + "\n");
        add(Kind.POSTGRES, 1, programs.postgres(), Map.of());
        for (int i = 1; i <= layout.brokers(); i++) {
            add(Kind.BROKER, i, programs.broker(i), Map.of());
        }
    }

    /** Starts PostgreSQL and the brokers, imports the registry, and gets the applications ready to be started. */
    public void prepare(Path registry) throws IOException, InterruptedException {
        members(Kind.POSTGRES).forEach(Member::start);
        members(Kind.BROKER).forEach(Member::start);
        await("PostgreSQL", START_LIMIT, this::databaseAnswers);
        importRegistry(registry);
        addApplications();
    }

    /** Starts the applications too; returns when all are ready. */
    public void start(Path registry, int streams) throws IOException, InterruptedException {
        prepare(registry);
        members(Kind.API).forEach(Member::start);
        members(Kind.STREAMS).stream().limit(streams).forEach(Member::start);
        await(
                "api and streams",
                START_LIMIT,
                () -> members.stream().filter(Member::isWanted).allMatch(this::isReady));
    }

    /** Returns all processes of a kind, also those that are not meant to run at the moment. */
    public List<Member> members(Kind kind) {
        return members.stream().filter(member -> member.kind() == kind).toList();
    }

    /** Kills everything at the same moment. */
    public void killAll() {
        Signals.send(
                "KILL",
                members.stream().flatMap(member -> member.pids().stream()).toList());
    }

    /** Returns the public interfaces. */
    public List<URI> apis() {
        List<URI> apis = new ArrayList<>();
        for (int i = 0; i < addresses.layout().apis(); i++) {
            apis.add(Addresses.http(addresses.api(i)));
        }
        return apis;
    }

    /** Returns whether the server or the application takes requests; of the applications, whether they do their work. */
    public boolean isReady(Member member) {
        return switch (member.kind()) {
            case POSTGRES -> databaseAnswers();
            case BROKER ->
                !LoopbackPort.isFree(addresses.brokers().get(number(member)).port());
            case API, STREAMS -> readiness(member).status() == 200;
        };
    }

    /** Returns the addresses of the brokers for clients. */
    public String kafka() {
        return programs.kafka();
    }

    /** Returns the database; only after it was started once. */
    public Database database() {
        if (database == null) {
            throw new IllegalStateException("PostgreSQL was never started");
        }
        return database;
    }

    /** Returns what a broker keeps. */
    public Path brokerDirectory(int nodeId) {
        return programs.brokerDirectory(nodeId);
    }

    /** Returns what an application answers when asked whether it is ready: its status and its reasons; 0 if it does not. */
    public Readiness readiness(Member member) {
        return get(admin(member).resolve("ready"));
    }

    private URI admin(Member member) {
        int number = number(member);
        return Addresses.http(member.kind() == Kind.API ? addresses.apiAdmin(number) : addresses.streams(number));
    }

    /**
     * What an application says about itself.
     *
     * @param status of HTTP, 0 if there was no answer
     */
    public record Readiness(int status, String text) {}

    /** Returns the heap in use by an application after a full collection, in bytes. */
    public long heapBytes(Member member) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        new ProcessBuilder(jcmd, Long.toString(member.pids().get(0)), "GC.run")
                .start()
                .waitFor();
        return get(admin(member).resolve("metrics"))
                .text()
                .lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /**
     * Waits until something holds.
     *
     * @throws IllegalStateException if it does not in time
     */
    public static void await(String what, Duration limit, BooleanSupplier holds) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Waited in vain for " + what + " for " + limit);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    @Override
    public void close() {
        members.forEach(Member::forget);
        killAll();
        try {
            for (Member member : members) {
                member.killForGood();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void importRegistry(Path registry) throws IOException, InterruptedException {
        ProcessBuilder importing = new ProcessBuilder(
                        programs.api("import-registry", "api.yaml", "--file", registry.toString()))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("import.log").toFile());
        importing.environment().putAll(programs.environment(database()));
        Process process = spawner.start(importing);
        if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("The registry was not imported; see " + directory.resolve("import.log"));
        }
    }

    private void addApplications() {
        for (int i = 0; i < addresses.layout().apis(); i++) {
            Map<String, String> environment = programs.environment(database());
            environment.put("VISITENKARTE_PORT", Integer.toString(addresses.api(i)));
            environment.put("VISITENKARTE_ADMIN_PORT", Integer.toString(addresses.apiAdmin(i)));
            add(Kind.API, i + 1, programs.api("server", "api.yaml"), environment);
        }
        for (int i = 0; i < addresses.layout().streams(); i++) {
            Map<String, String> environment = programs.environment(database());
            environment.put("VISITENKARTE_STREAMS_PORT", Integer.toString(addresses.streams(i)));
            environment.put(
                    "VISITENKARTE_STREAMS_STATE",
                    directory.resolve("streams-" + (i + 1)).toString());
            add(Kind.STREAMS, i + 1, programs.streams(), environment);
        }
    }

    private void add(Kind kind, int number, List<String> command, Map<String, String> environment) {
        String name = kind.name().toLowerCase(Locale.ROOT) + "-" + number;
        members.add(new Member(kind, name, command, environment, directory.resolve(name + ".log"), spawner));
    }

    private int number(Member member) {
        return members(member.kind()).indexOf(member);
    }

    private boolean databaseAnswers() {
        try {
            Path password = directory.resolve("postgres").resolve("password");
            if (!Files.exists(password)) {
                return false;
            }
            Database found = new Database(
                    "jdbc:postgresql://127.0.0.1:" + addresses.postgres() + "/visitenkarte",
                    "visitenkarte",
                    Files.readString(password).strip());
            try (Connection connection = found.connect()) {
                database = found;
                return connection.isValid(1);
            }
        } catch (IOException | SQLException notYet) {
            return false;
        }
    }

    private Readiness get(URI uri) {
        try {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build(),
                    HttpResponse.BodyHandlers.ofString());
            return new Readiness(response.statusCode(), response.body());
        } catch (IOException away) {
            return new Readiness(0, away.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Readiness(0, e.toString());
        }
    }
}
