package de.visitenkarte.api.visitfile;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Times as people and programs write them in Germany. Without an offset they are local times of the office. */
final class LocalTimes {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("[uuuu-MM-dd][d.M.uuuu]", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("H:mm[:ss]", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private LocalTimes() {}

    /** Reads {@code 2026-11-23} or {@code 23.11.2026}. */
    static Optional<LocalDate> date(String text) {
        return read(() -> LocalDate.parse(text, DATE));
    }

    /**
     * Reads a date with a time, or a time alone if the date stands in a column of its own. Of an hour that comes twice in
     * October the first is meant; a time that the clock skips in March is none.
     *
     * @param day of the line; null if it has no column for it
     */
    static Optional<Instant> instant(String text, @Nullable LocalDate day, ZoneId zone) {
        Optional<Instant> absolute = read(() -> OffsetDateTime.parse(text).toInstant());
        if (absolute.isPresent()) {
            return absolute;
        }
        String[] parts = text.split("T|\\s+", -1);
        Optional<LocalDate> date = parts.length == 2 ? date(parts[0]) : Optional.ofNullable(day);
        if (date.isEmpty() || parts.length > 2) {
            return Optional.empty();
        }
        return read(() -> LocalTime.parse(parts[parts.length - 1].replaceFirst("\\.\\d+$", ""), TIME))
                .map(date.get()::atTime)
                .filter(local -> exists(local, zone))
                .map(local -> local.atZone(zone).toInstant());
    }

    private static boolean exists(LocalDateTime local, ZoneId zone) {
        return !zone.getRules().getValidOffsets(local).isEmpty();
    }

    private static <T> Optional<T> read(Supplier<T> reader) {
        try {
            return Optional.of(reader.get());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
