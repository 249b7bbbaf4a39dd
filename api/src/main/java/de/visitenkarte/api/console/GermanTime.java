package de.visitenkarte.api.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Days and times as they stand on German screens, in German time. */
final class GermanTime {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.GERMANY);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm 'Uhr'", Locale.GERMANY);

    private GermanTime() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String day(Instant instant) {
        return DAY.format(instant.atZone(ZONE));
    }

    /** Returns day and minute. */
    static String minute(Instant instant) {
        ZonedDateTime local = instant.atZone(ZONE);
        return DAY.format(local) + ", " + CLOCK.format(local);
    }

    /** Returns the minute, and the day too if it is not today. */
    static String recent(Instant instant, Instant now) {
        ZonedDateTime local = instant.atZone(ZONE);
        LocalDate today = now.atZone(ZONE).toLocalDate();
        if (local.toLocalDate().equals(today)) {
            return "heute, " + CLOCK.format(local);
        }
        return local.toLocalDate().equals(today.minusDays(1)) ? "gestern, " + CLOCK.format(local) : minute(instant);
    }

    /** Returns a span of days; without an end it begins only. */
    static String span(LocalDate from, @Nullable LocalDate to) {
        if (to == null) {
            return "seit " + day(from);
        }
        return from.equals(to) ? day(from) : day(from) + " bis " + day(to);
    }
}
