package de.visitenkarte.api.console;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form in which one of several things is chosen, for the partial {@code choice}.
 *
 * @param name of the parameter; also its id on the page
 * @param hint what is expected; null if the label says it
 * @param error what is wrong with the choice; null if nothing is
 */
record Choice(
        String name,
        String label,
        List<Option> options,
        @Nullable String hint,
        @Nullable String error) {

    /**
     * One of the things.
     *
     * @param selected whether it is chosen at present
     */
    record Option(String value, String text, boolean selected) {

        static Option of(String value, String text, @Nullable String chosen) {
            return new Option(value, text, value.equals(chosen));
        }
    }

    static Choice of(String name, String label, List<Option> options) {
        return new Choice(name, label, options, null, null);
    }

    /** Returns the options with one before them that chooses nothing. */
    static List<Option> withEmpty(String text, List<Option> options) {
        return Stream.concat(Stream.of(new Option("", text, false)), options.stream())
                .toList();
    }

    Choice hint(String text) {
        return new Choice(name, label, options, text, error);
    }

    Choice error(@Nullable String text) {
        return new Choice(name, label, options, hint, text);
    }

    /** Returns the ids of what explains the field, for {@code aria-describedby}; null if nothing does. */
    @Nullable
    String describedBy() {
        String ids = ((hint == null ? "" : name + "-hint ") + (error == null ? "" : name + "-error")).strip();
        return ids.isEmpty() ? null : ids;
    }
}
