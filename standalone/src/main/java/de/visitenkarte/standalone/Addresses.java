package de.visitenkarte.standalone;

import java.net.URI;

/**
 * Where the parts of an instance listen, on loopback.
 *
 * @param port of the public interface
 * @param adminPort of the api's administration
 * @param streamsPort of the streams application's administration
 */
public record Addresses(int port, int adminPort, int streamsPort) {

    private static final String HOST = "http://127.0.0.1:";

    /** Returns the addresses on three ports in a row. */
    static Addresses from(int firstPort) {
        return new Addresses(firstPort, firstPort + 1, firstPort + 2);
    }

    /** Returns the root of the public interface: api, board and tablet. Ends with a slash. */
    public URI api() {
        return URI.create(HOST + port + "/");
    }

    /** Returns the root of the api's administration. Ends with a slash. */
    public URI apiAdmin() {
        return URI.create(HOST + adminPort + "/");
    }

    /** Returns the root of the streams application's administration. Ends with a slash. */
    public URI streamsAdmin() {
        return URI.create(HOST + streamsPort + "/");
    }
}
