package de.visitenkarte.api.console;

import org.jspecify.annotations.Nullable;

/**
 * A field of a form for several lines, for the partial {@code text-box}.
 *
 * @param name of the parameter; also its id on the page
 * @param longest in characters
 * @param error what is wrong with the text; null if nothing is
 */
record TextBox(
        String name,
        String label,
        String value,
        String hint,
        int longest,
        @Nullable String error) {

    /** Returns the ids of what explains the field, for {@code aria-describedby}. */
    String describedBy() {
        return error == null ? name + "-hint" : name + "-hint " + name + "-error";
    }
}
