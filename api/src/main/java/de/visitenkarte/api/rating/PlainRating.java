package de.visitenkarte.api.rating;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a rating that looks exactly as tablets write it. Anything else is left to Jackson, which also says what is wrong
 * with it, but costs several times as much.
 */
final class PlainRating {

    private static final int MEMBERS = 5;

    /** As JavaScript writes a time: with milliseconds and Z. */
    private static final int TIME_LENGTH = "2026-11-23T10:15:00.000Z".length();

    private static final int SECONDS_END = "2026-11-23T10:15:00".length();

    private static final int NANOS_PER_MILLI = 1_000_000;

    private PlainRating() {}

    /** Returns the rating, which is what Jackson would read; null if it does not look as usual. */
    static @Nullable RatingItem read(JsonNode node) {
        JsonNode number = node.path("sequenceNumber");
        JsonNode version = node.path("instrumentVersion");
        JsonNode language = node.path("language");
        JsonNode ratedAt = node.path("ratedAt");
        JsonNode answers = node.path("answers");
        if (node.size() != MEMBERS
                || !(number.isInt() || number.isLong())
                || !version.isInt()
                || !language.isTextual()
                || !ratedAt.isTextual()
                || !answers.isObject()) {
            return null;
        }
        Instant time = time(ratedAt.textValue());
        Map<String, Integer> values = values(answers);
        return time == null || values == null
                ? null
                : new RatingItem(number.longValue(), version.intValue(), language.textValue(), time, values);
    }

    private static @Nullable Map<String, Integer> values(JsonNode answers) {
        Map<String, Integer> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> answer : answers.properties()) {
            if (!answer.getValue().isInt()) {
                return null;
            }
            values.put(answer.getKey(), answer.getValue().intValue());
        }
        return values;
    }

    private static @Nullable Instant time(String text) {
        int length = text.length();
        boolean hasMillis = length == TIME_LENGTH && text.charAt(SECONDS_END) == '.';
        if ((!hasMillis && length != SECONDS_END + 1) || text.charAt(length - 1) != 'Z' || !hasSeparators(text)) {
            return null;
        }
        int millis = hasMillis ? digits(text, SECONDS_END + 1, 3) : 0;
        try {
            // Minus one, for what is no digit, is outside of every range.
            return millis < 0
                    ? null
                    : LocalDateTime.of(
                                    year(text),
                                    digits(text, 5, 2),
                                    digits(text, 8, 2),
                                    digits(text, 11, 2),
                                    digits(text, 14, 2),
                                    digits(text, 17, 2),
                                    millis * NANOS_PER_MILLI)
                            .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean hasSeparators(String text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
    }

    /** Returns the year; one that no calendar has if it is not written in digits. */
    private static int year(String text) {
        int year = digits(text, 0, 4);
        return year < 0 ? Integer.MAX_VALUE : year;
    }

    private static int digits(String text, int from, int count) {
        int number = 0;
        for (int at = from; at < from + count; at++) {
            char digit = text.charAt(at);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            number = 10 * number + digit - '0';
        }
        return number;
    }
}
