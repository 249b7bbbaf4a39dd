package de.visitenkarte.streams.quarantine;

import de.visitenkarte.events.QuarantineMark;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Reads the mark with which the api asks for a readable record to be put aside. */
public final class Marks {

    private Marks() {}

    /** Returns why a record is to be put aside; empty if it has no mark. One that is not known is a mark all the same. */
    public static Optional<Reason> find(Headers headers) {
        Header header = headers.lastHeader(QuarantineMark.NAME);
        if (header == null) {
            return Optional.empty();
        }
        String text = header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
        return Optional.of(QuarantineMark.find(text).map(Marks::reasonOf).orElse(Reason.NOT_ACCEPTABLE));
    }

    private static Reason reasonOf(QuarantineMark mark) {
        return switch (mark) {
            case REVOKED_DEVICE -> Reason.REVOKED_DEVICE;
            case UNCONFIRMED_DEVICE -> Reason.UNCONFIRMED_DEVICE;
        };
    }
}
