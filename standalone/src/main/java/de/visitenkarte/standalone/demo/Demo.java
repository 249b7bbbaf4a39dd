package de.visitenkarte.standalone.demo;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

/** Fictional authorities with simulated visitors, so that the first minute shows something. */
public final class Demo implements AutoCloseable {

    private Demo() {}

    /** Returns the demo whose registry, tokens and ledger live below the given directory; creates them once. */
    public static Demo prepare(Path dataDirectory, Clock clock) {
        throw new UnsupportedOperationException("the demo is not written yet: " + dataDirectory + clock);
    }

    /** Returns the registry of the fictional authorities, ready for {@code import-registry}. */
    public Path registryFile() {
        throw new UnsupportedOperationException();
    }

    /** Returns the token of the device that a person may try in the browser. */
    public String trialDeviceToken() {
        throw new UnsupportedOperationException();
    }

    /** Sends what has not been sent yet of the back-history; returns when the api accepted all. */
    public void loadHistory(URI api, ProgressListener progress) throws InterruptedException {
        throw new InterruptedException("the demo is not written yet: " + api + progress);
    }

    /** Starts visitors of today in the background, until {@link #close()}. */
    public void playLive(URI api) {
        throw new UnsupportedOperationException(api.toString());
    }

    @Override
    public void close() {}
}
