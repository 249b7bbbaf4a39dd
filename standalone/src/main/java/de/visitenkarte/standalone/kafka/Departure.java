package de.visitenkarte.standalone.kafka;

import java.util.concurrent.CompletableFuture;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.loader.LoaderManifest;
import org.apache.kafka.image.publisher.MetadataPublisher;
import org.apache.kafka.metadata.BrokerRegistration;

/** Waits until the controllers take no process for this broker any more. */
final class Departure implements MetadataPublisher {

    private final int brokerId;
    private final CompletableFuture<Void> seen = new CompletableFuture<>();

    Departure(int brokerId) {
        this.brokerId = brokerId;
    }

    /** Returns what is completed then. */
    CompletableFuture<Void> seen() {
        return seen;
    }

    @Override
    public String name() {
        return "Departure";
    }

    @Override
    public void onMetadataUpdate(MetadataDelta delta, MetadataImage image, LoaderManifest manifest) {
        BrokerRegistration broker = image.cluster().broker(brokerId);
        if (broker == null || broker.fenced()) {
            seen.complete(null);
        }
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
