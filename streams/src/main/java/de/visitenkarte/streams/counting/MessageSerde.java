package de.visitenkarte.streams.counting;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/** Messages that this application writes itself, as bytes. Never used on what comes from outside. */
public final class MessageSerde {

    private MessageSerde() {}

    /** Returns the serde of a message. */
    public static <M extends MessageLite> Serde<M> of(Parser<M> parser) {
        return Serdes.serdeFrom((topic, message) -> bytesOf(message), (topic, bytes) -> messageOf(parser, bytes));
    }

    private static byte @Nullable [] bytesOf(@Nullable MessageLite message) {
        return message == null ? null : message.toByteArray();
    }

    private static <M extends MessageLite> @Nullable M messageOf(Parser<M> parser, byte @Nullable [] bytes) {
        try {
            return bytes == null ? null : parser.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new SerializationException("The state holds bytes that this application did not write", e);
        }
    }
}
