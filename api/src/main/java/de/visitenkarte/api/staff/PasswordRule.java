package de.visitenkarte.api.staff;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a password must be: long, and not one of those that are tried first. No rule asks for capitals or signs, which make
 * passwords worse.
 *
 * @see <a href="https://pages.nist.gov/800-63-4/sp800-63b.html#passwordver">NIST SP 800-63B-4, 3.1.1.2</a>
 */
final class PasswordRule {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;
    private static final int DIFFERENT_CHARACTERS = 5;

    /** Words that are no password however many digits and signs stand around them. */
    private static final Set<String> WORDS = Set.of(
            "",
            "abcdefghijklm",
            "admin",
            "administrator",
            "asdfghjkl",
            "auslanderbehorde",
            "behorde",
            "changeme",
            "geheim",
            "hallo",
            "iloveyou",
            "kennwort",
            "letmein",
            "login",
            "ministerium",
            "niedersachsen",
            "passwort",
            "password",
            "qwertyuiop",
            "qwertz",
            "qwertzuiop",
            "schalke",
            "sommer",
            "test",
            "verwaltung",
            "visitenkarte",
            "welcome",
            "willkommen",
            "winter",
            "yxcvbnm");

    private PasswordRule() {}

    /**
     * Returns what is wrong with a password.
     *
     * @param login it must not be made of
     */
    static Optional<AccountFault> fault(String password, String login) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(AccountFault.PASSWORD_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(AccountFault.PASSWORD_LONG);
        }
        return isCommon(password, login) ? Optional.of(AccountFault.PASSWORD_COMMON) : Optional.empty();
    }

    private static boolean isCommon(String password, String login) {
        String bare = bare(password);
        return password.codePoints().distinct().count() < DIFFERENT_CHARACTERS
                || WORDS.contains(bare)
                || WORDS.contains(half(bare))
                || bare.equals(bare(login));
    }

    /** Only letters, of whatever script, small, without their marks: {@code Paßwort-1234!} is a word with ornaments. */
    private static String bare(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.GERMAN), Normalizer.Form.NFKD)
                .replace("ß", "ss")
                .replaceAll("[^\\p{L}]", "");
    }

    /** A word said twice is one word. */
    private static String half(String text) {
        String half = text.substring(0, text.length() / 2);
        return text.equals(half + half) ? half : text;
    }
}
