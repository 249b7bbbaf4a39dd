package de.visitenkarte.standalone;

import de.visitenkarte.standalone.machine.LoopbackPort;
import de.visitenkarte.standalone.machine.StartFailure;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * What to start.
 *
 * @param data directory that keeps everything; created if absent
 * @param port of the applications' public interface on loopback; the api's administration has the next one and streams
 *     the one after; 0 for any three free ones
 * @param demo whether fictional authorities with simulated visitors are played
 * @param registry the registry to import instead of the demo's, or null; never together with the demo
 * @param fresh whether to delete what an earlier instance kept in the directory
 * @param forgotten login that gets a new one-time password; null if nobody's
 */
public record Options(
        Path data,
        int port,
        boolean demo,
        @Nullable Path registry,
        boolean fresh,
        @Nullable String forgotten,
        Clock clock) {

    /** Ports in a row that an instance needs. */
    public static final int PORTS = 3;

    /**
     * Checks the options.
     *
     * @throws StartFailure if the port is out of range
     * @throws IllegalArgumentException if a registry is given for the demo
     */
    public Options {
        if (port < 0 || port > LoopbackPort.HIGHEST - PORTS + 1) {
            throw new StartFailure("The port " + port + " is out of range: choose one from 1 to "
                    + (LoopbackPort.HIGHEST - PORTS + 1) + " with --port.");
        }
        if (demo && registry != null) {
            throw new IllegalArgumentException("the demo has a registry of its own");
        }
    }

    /** Returns the options for a test: any free ports, no demo, and the registry of the test. */
    public static Options forTest(Path data, Path registry) {
        return new Options(data, 0, false, registry, false, null, Clock.systemUTC());
    }

    /** Returns the options for a test of the demo, on any free ports. */
    public static Options forDemo(Path data, Clock clock) {
        return new Options(data, 0, true, null, false, null, clock);
    }
}
