package de.visitenkarte.standalone.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** TCP ports of the loopback interface. */
public final class LoopbackPort {

    /** The highest port there is. */
    public static final int HIGHEST = 65_535;

    private LoopbackPort() {}

    /** Returns whether a program could listen on the port at this moment. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // A port whose last connections are in TIME_WAIT is free for servers.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** Returns a port that is free at this moment. */
    public static int findFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the first of so many free ports in a row.
     *
     * @param count at least 1
     */
    public static int findFree(int count) {
        while (true) {
            int first = findFree();
            if (areFree(first, count)) {
                return first;
            }
        }
    }

    /**
     * Returns the port that is written in the file, or, if there is none or another program has taken it, a free one,
     * which it writes there. So tools that were pointed at it find it again after a restart.
     */
    public static int keep(Path file) throws IOException {
        if (Files.exists(file)) {
            int kept = parse(Files.readString(file).strip());
            if (kept > 0 && isFree(kept)) {
                return kept;
            }
        }
        int port = findFree();
        Files.writeString(file, port + "\n");
        return port;
    }

    private static boolean areFree(int first, int count) {
        for (int port = first; port < first + count; port++) {
            if (port > HIGHEST || !isFree(port)) {
                return false;
            }
        }
        return true;
    }

    private static int parse(String text) {
        try {
            int port = Integer.parseInt(text);
            return port > 0 && port <= HIGHEST ? port : 0;
        } catch (NumberFormatException damaged) {
            return 0;
        }
    }
}
