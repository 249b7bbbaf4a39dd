package de.visitenkarte.standalone;

import de.visitenkarte.standalone.machine.StartFailure;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.ServerLifecycleListener;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;

/** The server of a Dropwizard application that runs in this process and is stopped by us, not by its own hook. */
final class RunningServer implements ServerLifecycleListener, AutoCloseable {

    private final String name;

    private volatile @Nullable Server server;
    private volatile @Nullable Throwable failure;

    RunningServer(String name) {
        this.name = name;
    }

    void watch(Environment environment) {
        environment.lifecycle().addServerLifecycleListener(this);
    }

    /** Remembers why the application gave up, instead of ending the process as Dropwizard would. */
    void failed(Throwable cause) {
        failure = cause;
    }

    /**
     * Checks that the application did what it was asked to.
     *
     * @throws StartFailure if it gave up
     */
    void check() {
        Throwable cause = failure;
        if (cause != null) {
            close();
            // Dropwizard's messages about a configuration have several lines.
            String reason = String.valueOf(cause.getMessage()).strip().replaceAll("\\s+", " ");
            throw new StartFailure("The part " + name + " could not start: " + reason + ".", cause);
        }
    }

    @Override
    public void serverStarted(Server started) {
        // The order of the end matters: each part needs those below it until it has stopped.
        started.setStopAtShutdown(false);
        server = started;
    }

    @Override
    public void close() {
        Server running = server;
        if (running == null) {
            return;
        }
        try {
            running.stop();
            running.destroy();
        } catch (Exception e) {
            throw new IllegalStateException("cannot stop " + name, e);
        }
    }
}
