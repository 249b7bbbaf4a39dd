package de.visitenkarte.api.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When an office is open: one span per weekday. A public holiday counts as a Sunday.
 *
 * <p>Written as German offices write it: {@code "Mo-Mi 08:00-16:00, Do 08:00-18:00, Fr 08:00-12:30"}.
 */
public final class OpeningHours {

    private static final List<String> WEEKDAYS = List.of("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So");
    private static final Pattern PART = Pattern.compile("(\\w\\w)(?:-(\\w\\w))? (\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");

    /** For offices whose opening hours are missing or meant for people only: when nearly every authority is open. */
    private static final OpeningHours CORE_HOURS = parse("Mo-Fr 09:00-12:00");

    private final String text;
    private final Map<DayOfWeek, Hours> hours;

    /**
     * One span of local time.
     *
     * @param to exclusive
     */
    public record Hours(LocalTime from, LocalTime to) {

        public Hours {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("an office opens before it closes: " + from + "-" + to);
            }
        }

        /** Returns whether the office is open at that time. */
        public boolean contains(LocalTime time) {
            return !time.isBefore(from) && time.isBefore(to);
        }

        /** Returns when the office opens on a date. */
        public Instant opensAt(LocalDate date, ZoneId zone) {
            return date.atTime(from).atZone(zone).toInstant();
        }

        /** Returns when it closes. */
        public Instant closesAt(LocalDate date, ZoneId zone) {
            return date.atTime(to).atZone(zone).toInstant();
        }
    }

    private OpeningHours(String text, Map<DayOfWeek, Hours> hours) {
        this.text = text;
        this.hours = hours;
    }

    /**
     * Reads opening hours.
     *
     * @throws IllegalArgumentException if a part is not of the form {@code Mo-Fr 08:00-16:00}
     */
    @JsonCreator
    public static OpeningHours parse(String text) {
        Map<DayOfWeek, Hours> hours = new EnumMap<>(DayOfWeek.class);
        for (String part : text.split(", ", -1)) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("not opening hours: " + part);
            }
            DayOfWeek last = weekday(matcher.group(2) == null ? matcher.group(1) : matcher.group(2));
            Hours span = new Hours(LocalTime.parse(matcher.group(3)), LocalTime.parse(matcher.group(4)));
            for (DayOfWeek day = weekday(matcher.group(1)); day != last; day = day.plus(1)) {
                hours.put(day, span);
            }
            hours.put(last, span);
        }
        return new OpeningHours(text, hours);
    }

    /** Reads what the registry says; returns core hours where it says nothing, or something for people only. */
    public static OpeningHours ofText(@Nullable String text) {
        if (text == null) {
            return CORE_HOURS;
        }
        try {
            return parse(text);
        } catch (IllegalArgumentException forPeopleOnly) {
            return CORE_HOURS;
        }
    }

    private static DayOfWeek weekday(@Nullable String abbreviation) {
        int index = WEEKDAYS.indexOf(abbreviation);
        if (index < 0) {
            throw new IllegalArgumentException("not a weekday: " + abbreviation);
        }
        return DayOfWeek.of(index + 1);
    }

    /**
     * Returns for how long the office was open between two instants.
     *
     * @param enough stop counting here: the answer is then at least so long, and may be shorter than the truth
     */
    public Duration openBetween(Instant from, Instant to, ZoneId zone, Duration enough) {
        Duration open = Duration.ZERO;
        LocalDate last = to.atZone(zone).toLocalDate();
        for (LocalDate day = from.atZone(zone).toLocalDate();
                !day.isAfter(last) && open.compareTo(enough) < 0;
                day = day.plusDays(1)) {
            Hours span = on(day);
            if (span != null) {
                Instant begin = latest(from, span.opensAt(day, zone));
                Instant end = earliest(to, span.closesAt(day, zone));
                open = begin.isBefore(end) ? open.plus(Duration.between(begin, end)) : open;
            }
        }
        return open;
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earliest(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    /** Returns the span of a date, or null if the office is closed all day. */
    public @Nullable Hours on(LocalDate date) {
        return on(Holidays.isHoliday(date) ? DayOfWeek.SUNDAY : date.getDayOfWeek());
    }

    /** Returns the span of an ordinary weekday, or null if the office is closed. */
    public @Nullable Hours on(DayOfWeek weekday) {
        return hours.get(weekday);
    }

    @Override
    @JsonValue
    public String toString() {
        return text;
    }
}
