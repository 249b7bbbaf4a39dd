package de.visitenkarte.api.device;

import java.util.Optional;

/**
 * What people call a tablet: "Ausgang links". Never a person's name; nothing can check that but the hint on the screen.
 *
 * @param text 1 to {@value #LONGEST} characters on one line
 */
public record TabletName(String text) {

    /** Longest name, in characters. */
    public static final int LONGEST = 60;

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is empty, too long, begins or ends with a blank, or has control characters
     */
    public TabletName {
        if (!text.equals(text.strip())
                || text.isEmpty()
                || text.length() > LONGEST
                || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A name has 1 to " + LONGEST + " characters on one line");
        }
    }

    /** Returns what someone typed as a name, without blanks around it; empty if it cannot be one. */
    public static Optional<TabletName> find(String typed) {
        try {
            return Optional.of(new TabletName(typed.strip()));
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
    }
}
