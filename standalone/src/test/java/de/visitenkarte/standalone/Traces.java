package de.visitenkarte.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a visitor's request must not leave behind, in every form in which it could be written down. */
final class Traces {

    /** What each is. Latin-1 keeps every byte as a character, and searching in strings is fast. */
    private final Map<String, String> names = new LinkedHashMap<>();

    /** Looks for a text. */
    Traces ofText(String what, String text) {
        names.put(text, what);
        return this;
    }

    /** Looks for an instant to the millisecond and to the second: as text, as text of a number, and as a number. */
    Traces ofTime(String what, Instant time) {
        for (ZoneId zone : List.of(ZoneOffset.UTC, ZoneId.of("Europe/Berlin"))) {
            for (String pattern : List.of("uuuu-MM-dd'T'HH:mm:ss", "uuuu-MM-dd HH:mm:ss", "dd.MM.uuuu, HH:mm:ss")) {
                names.put(
                        DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                                .withZone(zone)
                                .format(time),
                        what);
            }
        }
        long microsSince2000 = ChronoUnit.MICROS.between(Instant.parse("2000-01-01T00:00:00Z"), time);
        for (long number : List.of(time.toEpochMilli(), time.getEpochSecond(), microsSince2000)) {
            names.put(Long.toString(number), what);
            names.put(bytes(number, ByteOrder.BIG_ENDIAN), what);
            names.put(bytes(number, ByteOrder.LITTLE_ENDIAN), what);
            names.put(varint(number), what);
        }
        return this;
    }

    /** Asserts that nothing of it is in a content, whose bytes are its characters. */
    void assertNoneIn(String where, String content) {
        names.forEach((trace, what) ->
                assertThat(content.contains(trace)).as("%s in %s", what, where).isFalse());
    }

    private static String bytes(long number, ByteOrder order) {
        return new String(
                ByteBuffer.allocate(Long.BYTES).order(order).putLong(number).array(), StandardCharsets.ISO_8859_1);
    }

    /** As Protobuf and Kafka write it. */
    private static String varint(long number) {
        StringBuilder bytes = new StringBuilder();
        long rest = number;
        while (rest > 0x7f) {
            bytes.append((char) (0x80 | (rest & 0x7f)));
            rest >>>= 7;
        }
        return bytes.append((char) rest).toString();
    }
}
