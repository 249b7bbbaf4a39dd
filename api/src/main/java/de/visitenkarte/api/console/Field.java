package de.visitenkarte.api.console;

import org.jspecify.annotations.Nullable;

/**
 * One field of a form, for the partial {@code field}: label, hint and error belong to it for a screen reader too.
 *
 * @param name of the parameter; also its id on the page
 * @param type {@code text}, {@code password}, {@code date}, …
 * @param autocomplete what the browser may fill in, e.g. {@code username}; {@code off} if nothing
 * @param value what stands in it; never a password
 * @param hint what is expected; null if the label says it
 * @param error what is wrong with the value; null if nothing is
 */
public record Field(
        String name,
        String label,
        String type,
        String autocomplete,
        String value,
        @Nullable String hint,
        @Nullable String error) {

    /** Returns a field for text. */
    public static Field text(String name, String label, String value) {
        return new Field(name, label, "text", "off", value, null, null);
    }

    /** Returns a field for a day. */
    public static Field date(String name, String label, String value) {
        return new Field(name, label, "date", "off", value, null, null);
    }

    /** Returns a field for a password, always empty. */
    public static Field password(String name, String label, String autocomplete) {
        return new Field(name, label, "password", autocomplete, "", null, null);
    }

    /** Returns the field with a hint. */
    public Field hint(String text) {
        return new Field(name, label, type, autocomplete, value, text, error);
    }

    /** Returns the field with what the browser may fill in. */
    public Field autocomplete(String token) {
        return new Field(name, label, type, token, value, hint, error);
    }

    /** Returns the field with an error, or without if null. */
    public Field error(@Nullable String text) {
        return new Field(name, label, type, autocomplete, value, hint, text);
    }

    /** Returns the ids of what explains the field, for {@code aria-describedby}; empty if nothing does. */
    public String describedBy() {
        return ((hint == null ? "" : name + "-hint ") + (error == null ? "" : name + "-error")).strip();
    }
}
