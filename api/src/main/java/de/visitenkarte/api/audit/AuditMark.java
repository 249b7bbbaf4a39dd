package de.visitenkarte.api.audit;

import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What to keep elsewhere: how far the log went, and the hash of its newest entry then. Whoever can rewrite the database can
 * rewrite the whole chain, or cut it off; against a mark that lies elsewhere that shows.
 *
 * @param number of the newest entry, 0 if there was none
 * @param hash in hexadecimal
 */
public record AuditMark(long number, String hash) {

    /** That of a log without entries. */
    static final AuditMark START = of(0, AuditEntry.START);

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18}):([0-9a-fA-F]{64})");

    static AuditMark of(long number, byte[] hash) {
        return new AuditMark(number, HexFormat.of().formatHex(hash));
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws AuditException if it is something else
     */
    public static AuditMark parse(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            throw new AuditException(
                    "A mark is a number, a colon and 64 hexadecimal digits: the line \"head\" of verify.");
        }
        return new AuditMark(Long.parseLong(parts.group(1)), parts.group(2).toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return number + ":" + hash;
    }
}
