package de.visitenkarte.api.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be exported. */
public enum Figures {
    RATINGS("bewertungen"),
    WAITS("wartezeiten"),
    LEADS("vorlauf");

    private final String fileName;

    Figures(String fileName) {
        this.fileName = fileName;
    }

    /** Returns the name in forms and in the audit log, e.g. {@code ratings}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what the file is called, in German. */
    String fileName() {
        return fileName;
    }

    /** Returns the figures of that name. */
    public static Optional<Figures> find(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
