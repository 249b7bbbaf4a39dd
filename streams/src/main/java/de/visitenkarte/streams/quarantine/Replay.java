package de.visitenkarte.streams.quarantine;

import de.visitenkarte.events.ReplayHeader;
import de.visitenkarte.streams.account.Origin;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The mark of a record that was taken out of quarantine.
 *
 * @param letterKey key of the dead letter
 * @param origin the account on which the letter was booked
 */
public record Replay(String letterKey, Origin origin) {

    /** Reads the mark; empty if a record has none, or one that is not ours. */
    public static Optional<Replay> find(Headers headers) {
        Header header = headers.lastHeader(ReplayHeader.NAME);
        if (header == null || header.value() == null) {
            return Optional.empty();
        }
        return ReplayHeader.parse(new String(header.value(), StandardCharsets.UTF_8))
                .map(read -> new Replay(read.letterKey(), new Origin("", read.officeId(), read.sourceId())));
    }
}
