package de.visitenkarte.api.quarantine;

import com.google.protobuf.InvalidProtocolBufferException;
import de.visitenkarte.api.intake.Bucket;
import de.visitenkarte.events.DeadLetter;
import java.time.Instant;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A letter that lies in quarantine.
 *
 * @param id {@code topic/partition/offset} of the refused record, which is the key of the letter
 * @param arrivedAt quarter hour in which the refused record arrived
 */
record Letter(String id, Instant arrivedAt, DeadLetter content) {

    static final Comparator<Letter> NEWEST_LAST = Comparator.comparing(Letter::arrivedAt)
            .thenComparing(letter -> letter.content().getTopic())
            .thenComparing(letter -> letter.content().getPartition())
            .thenComparing(letter -> letter.content().getOffset());

    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{C}+");

    /** Reads a record with a value. What is no letter becomes one that says so, since it must not hide the others. */
    static Letter of(ConsumerRecord<String, byte[]> record) {
        String id = record.key() == null ? "no-key/" + record.partition() + "/" + record.offset() : record.key();
        Instant arrivedAt = Bucket.startOf(Instant.ofEpochMilli(record.timestamp()));
        try {
            return new Letter(id, arrivedAt, DeadLetter.parseFrom(record.value()));
        } catch (InvalidProtocolBufferException e) {
            DeadLetter foreign = DeadLetter.newBuilder()
                    .setReason("not a letter")
                    .setDetail("This record of the dead-letter topic was not written by streams")
                    .build();
            return new Letter(id, arrivedAt, foreign);
        }
    }

    /** The same without the refused record, which may be large. */
    Letter withoutRecord() {
        return new Letter(
                id, arrivedAt, content.toBuilder().clearKey().clearValue().build());
    }

    /** Returns a text that came from outside, fit for one line of a terminal. */
    static String printable(String text) {
        return text.isEmpty() ? "-" : UNPRINTABLE.matcher(text).replaceAll("?");
    }
}
