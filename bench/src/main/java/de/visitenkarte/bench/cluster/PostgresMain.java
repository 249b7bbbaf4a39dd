package de.visitenkarte.bench.cluster;

import de.visitenkarte.api.database.RoleScript;
import de.visitenkarte.standalone.postgres.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** PostgreSQL as a process that is the parent of the real server's. Argument: directory. */
public final class PostgresMain {

    private PostgresMain() {}

    /** Runs until the process is ended; SIGTERM stops the server in order. */
    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedPostgres server = EmbeddedPostgres.start(Path.of(arguments[0]));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
        String password = server.password();
        server.prepare(new RoleScript(password, password, password).sql());
        new CountDownLatch(1).await();
    }
}
