package de.visitenkarte.api.device;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The code that a tablet shows and a manager types: eight of twenty consonants, so that nothing looks alike and no word
 * comes out.
 *
 * @param text eight capitals without a hyphen
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8628#section-6.1">RFC 8628, section 6.1</a>
 */
public record UserCode(String text) {

    private static final String ALPHABET = "BCDFGHJKLMNPQRSTVWXZ";
    private static final int LENGTH = 8;
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if it is not a code
     */
    public UserCode {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("A code has " + LENGTH + " letters of " + ALPHABET);
        }
    }

    static UserCode random(RandomGenerator random) {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new UserCode(text.toString());
    }

    /** Returns what someone typed as a code, however they set capitals, blanks and hyphens; empty if it cannot be one. */
    public static Optional<UserCode> find(String typed) {
        String bare = typed.replaceAll("[\\s\\p{Pd}.]", "").toUpperCase(Locale.ROOT);
        return FORM.matcher(bare).matches() ? Optional.of(new UserCode(bare)) : Optional.empty();
    }

    /** Returns it as it stands on the tablet: {@code XXXX-XXXX}. */
    public String shown() {
        return text.substring(0, LENGTH / 2) + "-" + text.substring(LENGTH / 2);
    }
}
