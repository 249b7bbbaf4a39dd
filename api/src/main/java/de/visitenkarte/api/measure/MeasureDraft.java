package de.visitenkarte.api.measure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a manager writes about a measure.
 *
 * @param title 1 to {@value #LONGEST_TITLE} characters on one line
 * @param text up to {@value #LONGEST_TEXT} characters; may be empty
 * @param startsOn first day; planned ones lie ahead
 * @param endsOn last day; null if it goes on, or was done in a day
 */
public record MeasureDraft(
        FieldOfAction field,
        String title,
        String text,
        LocalDate startsOn,
        @Nullable LocalDate endsOn) {

    /** Longest title, in characters. */
    public static final int LONGEST_TITLE = 120;

    /** Longest text, in characters. */
    public static final int LONGEST_TEXT = 2000;

    /** Before that there was no pilot to take measures in. */
    public static final LocalDate EARLIEST = LocalDate.of(2010, 1, 1);

    /** A year that nobody means. */
    public static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if one is not kept
     */
    public MeasureDraft {
        if (!isTitle(title) || text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("A measure has a title of 1 to " + LONGEST_TITLE
                    + " characters and a text of up to " + LONGEST_TEXT);
        }
        if (!isDay(startsOn) || (endsOn != null && (!isDay(endsOn) || endsOn.isBefore(startsOn)))) {
            throw new IllegalArgumentException("A measure starts after 2009 and ends no earlier than it starts");
        }
    }

    /** Returns whether something can be a title. */
    public static boolean isTitle(String title) {
        return !title.isBlank()
                && title.length() <= LONGEST_TITLE
                && title.chars().noneMatch(Character::isISOControl);
    }

    /** Returns whether a measure can begin or end on a day. */
    public static boolean isDay(LocalDate day) {
        return !day.isBefore(EARLIEST) && !day.isAfter(LATEST);
    }
}
