package de.visitenkarte.streams.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import de.visitenkarte.events.DeadLetter;
import de.visitenkarte.events.Topics;
import de.visitenkarte.streams.account.Origin;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

    private static final RecordMetadata ORIGIN = new RecordMetadata() {
        @Override
        public String topic() {
            return "visitenkarte.rating.v1";
        }

        @Override
        public int partition() {
            return 3;
        }

        @Override
        public long offset() {
            return 17;
        }
    };

    @Test
    void isFoundByThePlaceOfTheRecord() {
        DeadLetter letter = DeadLetters.write(ORIGIN, null, refused(ByteString.EMPTY));
        assertThat(DeadLetters.keyOf(letter)).isEqualTo("visitenkarte.rating.v1/3/17");
    }

    @Test
    void fitsIntoARecordHoweverLongTheRefusedOneIs() {
        byte[] longKey = new byte[500_000];
        DeadLetter letter = DeadLetters.write(ORIGIN, longKey, refused(ByteString.copyFrom(new byte[500_000])));
        assertThat(letter.getSerializedSize()).isLessThan(2 * Topics.DEAD_LETTER_BYTES + 1_000);
    }

    private static Verdict.Refused<Object> refused(ByteString value) {
        return new Verdict.Refused<>(Origin.ofKey(null), Reason.UNREADABLE, "detail", value);
    }
}
