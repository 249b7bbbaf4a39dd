package de.visitenkarte.api.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a measure is about: the fields that the Landtag's motion of 18 February 2014 names. */
public enum FieldOfAction {
    PROCESSES,
    NETWORKING,
    STAFF_DEVELOPMENT,
    SERVICE_ORIENTATION,
    INTERCULTURAL_ORIENTATION;

    /** Returns the name in the database, e.g. {@code staff-development}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the field of that name. */
    public static Optional<FieldOfAction> find(String code) {
        return Arrays.stream(values())
                .filter(field -> field.code().equals(code))
                .findFirst();
    }
}
