package de.visitenkarte.standalone.postgres;

import de.visitenkarte.standalone.machine.StartFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Starts the server, also over what a killed one left behind. */
final class ServerStart {

    /** Replaying the write-ahead log after a power cut is included. */
    private static final Duration READY_LIMIT = Duration.ofMinutes(2);

    /** How long a killed server may stay in the process table, or need for its own shutdown. */
    private static final Duration LEFTOVER_LIMIT = Duration.ofSeconds(20);

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration RETRY_PAUSE = Duration.ofMillis(300);

    private final PostgresProgram program;
    private final Cluster cluster;
    private final RunAs user;
    private final Connector connector;

    ServerStart(PostgresProgram program, Cluster cluster, RunAs user, Connector connector) {
        this.program = program;
        this.cluster = cluster;
        this.user = user;
        this.connector = connector;
    }

    /**
     * Returns the server once it answers.
     *
     * @throws StartFailure if it ends instead; its own words are the cause
     */
    Postmaster run() throws IOException, InterruptedException {
        endLeftover();
        long giveUp = System.nanoTime() + LEFTOVER_LIMIT.toNanos();
        while (true) {
            Postmaster server = Postmaster.start(user.serverCommand(command()));
            if (becomesReady(server)) {
                return server;
            }
            if (!server.lastLines().contains("lock file \"postmaster.pid\"") || System.nanoTime() > giveUp) {
                throw new StartFailure(
                        "PostgreSQL ended while it started in " + cluster.path() + ".",
                        new IOException(server.lastLines()));
            }
            forgetLeftover();
            TimeUnit.MILLISECONDS.sleep(RETRY_PAUSE.toMillis());
        }
    }

    private boolean becomesReady(Postmaster server) throws InterruptedException {
        long giveUp = System.nanoTime() + READY_LIMIT.toNanos();
        while (server.isRunning()) {
            if (connector.answers()) {
                return true;
            }
            if (System.nanoTime() > giveUp) {
                server.stop();
                throw new StartFailure("PostgreSQL did not answer within " + READY_LIMIT.toMinutes() + " minutes.");
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
        return false;
    }

    /** The directory is ours alone, so a server that still runs in it has lost its parent. */
    private void endLeftover() throws IOException, InterruptedException {
        long pid = cluster.pid();
        if (pid > 0 && isPostgres(pid)) {
            Postmaster.signal(pid, "INT");
        }
    }

    /** After a restart of the machine the number may belong to any program, which PostgreSQL takes for a server. */
    private void forgetLeftover() throws IOException {
        long pid = cluster.pid();
        if (pid > 0 && !isPostgres(pid)) {
            cluster.forgetServer();
        }
    }

    private boolean isPostgres(long pid) {
        String executable = program.executable("postgres").toString();
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        return process.flatMap(handle -> handle.info().command())
                .filter(executable::equals)
                .isPresent();
    }

    private List<String> command() {
        return List.of(
                program.executable("postgres").toString(),
                "-D",
                cluster.path().toString(),
                "-p",
                Integer.toString(connector.port()),
                "--listen_addresses=127.0.0.1",
                "--unix_socket_directories=",
                "--max_connections=60",
                // Each of its processes counts what it has touched of this; the system's page cache has the rest.
                "--shared_buffers=48MB",
                // No further processes for reading ahead: everything is small, and mostly in memory.
                "--io_method=sync",
                "--max_wal_size=256MB",
                "--timezone=UTC",
                "--log_timezone=UTC",
                "--fsync=on",
                "--synchronous_commit=on");
    }
}
