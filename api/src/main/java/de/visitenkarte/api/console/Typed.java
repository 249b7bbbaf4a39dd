package de.visitenkarte.api.console;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What people typed, as it can be worked with. */
final class Typed {

    private Typed() {}

    /** Returns text on one line, without blanks around it and without what nobody can see; empty if nothing was typed. */
    static String line(@Nullable String typed) {
        return typed == null ? "" : typed.replaceAll("\\p{Cc}+", " ").strip();
    }

    /** Returns a line, or null if nothing was typed. */
    static @Nullable String lineOrNull(@Nullable String typed) {
        String line = line(typed);
        return line.isEmpty() ? null : line;
    }

    /** Returns text on any number of lines, which a browser ends with two characters each. */
    static String text(@Nullable String typed) {
        return typed == null
                ? ""
                : typed.replaceAll("\\R", "\n")
                        .replaceAll("[\\p{Cc}&&[^\n\t]]+", " ")
                        .strip();
    }

    /** Returns a day from a date field, which sends it as 2026-11-23, or as Germans write it. */
    static Optional<LocalDate> date(@Nullable String typed) {
        String line = line(typed).replaceFirst("^(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})$", "$3-$2-$1");
        String padded = line.replaceAll("-(\\d)(?=-|$)", "-0$1");
        if (!padded.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(padded));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /** Returns a whole number of up to six digits. */
    static OptionalInt number(@Nullable String typed) {
        String line = line(typed);
        return line.matches("\\d{1,6}") ? OptionalInt.of(Integer.parseInt(line)) : OptionalInt.empty();
    }
}
