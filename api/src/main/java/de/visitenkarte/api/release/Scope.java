package de.visitenkarte.api.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whom a figure is about.
 *
 * @param id of the office or authority; of a group its kind
 */
record Scope(Kind kind, String id) {

    /** From the smallest that is released to the largest. */
    enum Kind {
        OFFICE,
        AUTHORITY,
        PILOTS,
        COMPARISON;

        private final String label = name().toLowerCase(Locale.ROOT);

        /** The name in the database and for readers. */
        String label() {
            return label;
        }
    }

    /**
     * Returns all scopes that an office counts towards, itself first.
     *
     * @param pilotRole {@code pilot}, {@code comparison} or {@code none}
     */
    static List<Scope> of(String officeId, String authorityId, String pilotRole) {
        List<Scope> scopes = new ArrayList<>();
        scopes.add(new Scope(Kind.OFFICE, officeId));
        scopes.add(new Scope(Kind.AUTHORITY, authorityId));
        switch (pilotRole) {
            case "pilot" -> scopes.add(new Scope(Kind.PILOTS, Kind.PILOTS.label()));
            case "comparison" -> scopes.add(new Scope(Kind.COMPARISON, Kind.COMPARISON.label()));
            default -> {
                // Counts towards no group.
            }
        }
        return scopes;
    }

    /** Returns whether it is about authorities together. */
    boolean isGroup() {
        return kind == Kind.PILOTS || kind == Kind.COMPARISON;
    }
}
