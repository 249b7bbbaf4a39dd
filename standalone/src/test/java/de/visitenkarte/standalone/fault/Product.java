package de.visitenkarte.standalone.fault;

import de.visitenkarte.standalone.ChildProcess;
import de.visitenkarte.standalone.Options;
import de.visitenkarte.standalone.machine.LoopbackPort;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** The whole product in processes of its own, which can be killed and started again on the same data and ports. */
final class Product implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private final Path directory;
    private final Path registry;
    private final int port = LoopbackPort.findFree(Options.PORTS);
    private volatile ChildProcess process;

    /** Starts it and waits until it serves. */
    Product(Path directory, Path registry) throws IOException {
        this.directory = directory;
        this.registry = registry;
        this.process = start();
    }

    URI api() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** Kills everything after a while and starts it again; completes when it serves. */
    CompletableFuture<Void> killAndRestart(Duration fuse) {
        return CompletableFuture.runAsync(() -> {
            LockSupport.parkNanos(fuse.toNanos());
            process.killTree();
            try {
                process.awaitExit();
                process = start();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException("The product did not start again", e);
            }
        });
    }

    /** Stops it as Ctrl-C does. */
    void stop() throws IOException, InterruptedException {
        process.signal("TERM");
        process.awaitExit();
    }

    @Override
    public void close() {
        process.killTree();
    }

    private ChildProcess start() throws IOException {
        ChildProcess started = ChildProcess.start(
                directory,
                "--no-demo",
                "--registry",
                registry.toString(),
                "--port",
                Integer.toString(port),
                "--data",
                directory.resolve("data").toString());
        started.awaitOutput("Visitenkarte is running.", START_LIMIT);
        return started;
    }
}
