package de.visitenkarte.standalone.postgres;

import de.visitenkarte.standalone.machine.DurableFile;
import de.visitenkarte.standalone.machine.LoopbackPort;
import de.visitenkarte.standalone.machine.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;

/**
 * A PostgreSQL server of one's own: on loopback only, with a password, and with all of its safety on ({@code fsync}).
 * It ends with {@link #close()} and, where the system can do that, also when this process is killed.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final int PASSWORD_BYTES = 24;

    private final Postmaster server;
    private final Connector connector;
    private final String version;

    private EmbeddedPostgres(Postmaster server, Connector connector, String version) {
        this.server = server;
        this.connector = connector;
        this.version = version;
    }

    /**
     * Returns a server that answers.
     *
     * @param directory where it keeps everything; only one process may use it at a time, which the caller ensures
     * @throws StartFailure if it cannot run here
     */
    public static EmbeddedPostgres start(Path directory) throws InterruptedException {
        try {
            Files.createDirectories(directory);
            // Root lets another user run the programs in it; what is secret has stricter rights of its own.
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            return startIn(directory);
        } catch (IOException | SQLException e) {
            throw new StartFailure("PostgreSQL could not be started in " + directory + ": " + e.getMessage(), e);
        }
    }

    private static EmbeddedPostgres startIn(Path directory) throws IOException, SQLException, InterruptedException {
        PostgresProgram program = PostgresProgram.install(directory);
        Cluster cluster = new Cluster(directory);
        RunAs user = RunAs.find(program, cluster.prepare());
        String password = password(directory.resolve("password"), cluster.exists());
        cluster.create(program, user, password);
        cluster.check(program.majorVersion());
        Connector connector = new Connector(LoopbackPort.keep(directory.resolve("port")), password);
        Postmaster server = new ServerStart(program, cluster, user, connector).run();
        try {
            connector.createDatabase();
            return new EmbeddedPostgres(server, connector, connector.serverVersion());
        } catch (SQLException | RuntimeException e) {
            server.stop();
            throw e;
        }
    }

    /** Returns the address of the product's database. */
    public String jdbcUrl() {
        return connector.url();
    }

    /** Returns the role that owns the product's database and may create roles, but is no superuser. */
    public String user() {
        return Connector.ROLE;
    }

    /** Returns the password of {@link #user()}. */
    public String password() {
        return connector.password();
    }

    /**
     * Runs statements as superuser in the product's database: what an administrator prepares once in production.
     *
     * @throws StartFailure if the server refuses them
     */
    public void prepare(String sql) {
        try {
            connector.prepare(sql);
        } catch (SQLException e) {
            throw new StartFailure("PostgreSQL's roles could not be prepared: " + e.getMessage(), e);
        }
    }

    /** Returns the server's version, such as 18.6. */
    public String version() {
        return version;
    }

    /** Ends all sessions and the server; returns when it is gone. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the password that is kept; makes one where nothing is locked with it yet. */
    private static String password(Path file, boolean isNeeded) throws IOException {
        String kept = Files.exists(file) ? Files.readString(file).strip() : "";
        if (!kept.isEmpty()) {
            return kept;
        }
        if (isNeeded) {
            throw new StartFailure("The file " + file + ", which held the password of the database, is "
                    + (Files.exists(file) ? "empty" : "missing")
                    + ": bring it back from a backup, or delete everything in the data directory with --fresh.");
        }
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        DurableFile.write(file, password, Cluster.permissions("rw-------"));
        return password;
    }
}
