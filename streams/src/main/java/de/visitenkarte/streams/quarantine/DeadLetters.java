package de.visitenkarte.streams.quarantine;

import com.google.protobuf.ByteString;
import de.visitenkarte.events.DeadLetter;
import de.visitenkarte.events.Topics;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Writes dead letters. */
public final class DeadLetters {

    private DeadLetters() {}

    /** Returns the key of a letter: where the refused record stands. */
    public static String keyOf(DeadLetter letter) {
        return keyOf(letter.getTopic(), letter.getPartition(), letter.getOffset());
    }

    /** Returns the key of the letter about the record that stands there. */
    public static String keyOf(RecordMetadata origin) {
        return keyOf(origin.topic(), origin.partition(), origin.offset());
    }

    private static String keyOf(String topic, int partition, long offset) {
        return topic + "/" + partition + "/" + offset;
    }

    /**
     * Returns the letter about a refused record.
     *
     * @param origin where the record stands
     * @param key the key of the record; a missing one becomes an empty one
     */
    static DeadLetter write(RecordMetadata origin, byte @Nullable [] key, Verdict.Refused<?> refused) {
        return DeadLetter.newBuilder()
                .setTopic(origin.topic())
                .setPartition(origin.partition())
                .setOffset(origin.offset())
                .setReason(refused.reason().text())
                .setDetail(refused.detail())
                .setKey(key == null ? ByteString.EMPTY : head(ByteString.copyFrom(key)))
                .setValue(head(refused.value()))
                .setOfficeId(refused.origin().officeId())
                .setSourceId(refused.origin().sourceId())
                .build();
    }

    /** A record of the largest size Kafka takes, wrapped whole, would be larger than Kafka takes and stop the stream. */
    private static ByteString head(ByteString bytes) {
        return bytes.size() <= Topics.DEAD_LETTER_BYTES ? bytes : bytes.substring(0, Topics.DEAD_LETTER_BYTES);
    }
}
