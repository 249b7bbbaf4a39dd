package de.visitenkarte.api.zms;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values as ZMS writes them: numbers as numbers or as text, and nothing as 0, null or an empty text. */
final class ZmsValues {

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,4}):([0-5]?\\d)(?::([0-5]?\\d))?");
    private static final double SECONDS_PER_MINUTE = 60;

    private ZmsValues() {}

    /** Reads a number that may be written as text. */
    static Optional<Double> number(JsonNode value) {
        if (value.isNumber()) {
            return Optional.of(value.doubleValue());
        }
        String text = value.asText("").strip();
        return text.matches("-?\\d{1,12}(\\.\\d{1,9})?") ? Optional.of(Double.parseDouble(text)) : Optional.empty();
    }

    /** Reads a length of time: minutes, or {@code H:MM:SS}; empty if there is none or it is negative. */
    static Optional<Duration> duration(JsonNode value) {
        Matcher clock = CLOCK.matcher(value.asText("").strip());
        if (clock.matches()) {
            return Optional.of(Duration.ofHours(Long.parseLong(clock.group(1)))
                    .plusMinutes(Long.parseLong(clock.group(2)))
                    .plusSeconds(clock.group(3) == null ? 0 : Long.parseLong(clock.group(3))));
        }
        return number(value)
                .filter(minutes -> minutes >= 0)
                .map(minutes -> Duration.ofSeconds(Math.round(minutes * SECONDS_PER_MINUTE)));
    }

    /** Reads seconds since 1970; 0 means that there is no time. */
    static Optional<Instant> instant(JsonNode value) {
        return number(value).filter(seconds -> seconds > 0).map(seconds -> Instant.ofEpochSecond(seconds.longValue()));
    }

    /** Reads true, 1 or "1". */
    static boolean flag(JsonNode value) {
        return value.isBoolean() ? value.booleanValue() : number(value).orElse(0.0) == 1;
    }
}
