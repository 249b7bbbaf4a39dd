package de.visitenkarte.streams.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.events.ReplayHeader;
import de.visitenkarte.streams.account.Origin;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final String LETTER = "visitenkarte.rating.v1/3/17";

    @Test
    void readsTheMarkOfALetterWithTheLongestIds() {
        String id = "x".repeat(100);
        assertThat(find(new ReplayHeader(LETTER, id, id).value())).contains(new Replay(LETTER, new Origin("", id, id)));
    }

    @Test
    void readsNothingThatIsTooLongForAMark() {
        assertThat(find(new ReplayHeader(LETTER, "x".repeat(1000), "").value())).isEmpty();
    }

    @Test
    void readsNothingThatADatabaseCannotHold() {
        assertThat(find(new ReplayHeader(LETTER, "a\u0000b", "").value())).isEmpty();
    }

    private static Optional<Replay> find(String value) {
        return Replay.find(new RecordHeaders().add(ReplayHeader.NAME, value.getBytes(StandardCharsets.UTF_8)));
    }
}
