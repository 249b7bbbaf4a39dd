package de.visitenkarte.api.examples;

import com.google.protobuf.InvalidProtocolBufferException;
import de.visitenkarte.events.Visit;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A producer that has everything acknowledged at once, and remembers it. */
public final class FakeBroker extends MockProducer<String, byte[]> {

    public FakeBroker() {
        super(true, null, new StringSerializer(), new ByteArraySerializer());
    }

    /** Returns what it got, if that was nothing but visits. */
    public List<Visit> visits() {
        List<Visit> visits = new ArrayList<>();
        history().forEach(event -> {
            try {
                visits.add(Visit.parseFrom(event.value()));
            } catch (InvalidProtocolBufferException e) {
                throw new AssertionError(e);
            }
        });
        return visits;
    }
}
