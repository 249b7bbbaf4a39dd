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

    /** Longest mark. One with the longest ids has a third of it. */
    private static final int MAX_BYTES = 1024;

    /** Reads the mark; empty if a record has none, or one that is not ours. */
    public static Optional<Replay> find(Headers headers) {
        Header header = headers.lastHeader(ReplayHeader.NAME);
        if (header == null || header.value() == null || header.value().length > MAX_BYTES) {
            return Optional.empty();
        }
        String value = new String(header.value(), StandardCharsets.UTF_8);
        // Its parts become an account, and no database takes U+0000.
        return value.chars().anyMatch(Character::isISOControl)
                ? Optional.empty()
                : ReplayHeader.parse(value)
                        .map(read -> new Replay(read.letterKey(), new Origin("", read.officeId(), read.sourceId())));
    }
}
