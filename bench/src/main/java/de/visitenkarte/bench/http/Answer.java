package de.visitenkarte.bench.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One answer of a server, as far as it has arrived: reads just enough of HTTP/1.1 to know where it ends. */
final class Answer {

    private static final String HEAD_END = "\r\n\r\n";
    private static final String ACCEPTED = "\"accepted\"";
    private static final int STATUS_AT = "HTTP/1.1 ".length();

    private final byte[] bytes = new byte[64 * 1024];
    private int length;

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void grow(int by) {
        length += by;
    }

    void clear() {
        length = 0;
    }

    /** Returns whether all of it has arrived. */
    boolean isComplete() {
        int head = indexOf(HEAD_END, 0);
        if (head < 0) {
            return false;
        }
        int body = head + HEAD_END.length();
        String headers = new String(bytes, 0, head, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
        int at = headers.indexOf("content-length: ");
        if (at < 0) {
            return headers.contains("chunked") && indexOf("0\r\n\r\n", length - 5) >= 0;
        }
        int from = at + "content-length: ".length();
        int to = headers.indexOf('\r', from);
        return length >= body + Integer.parseInt(headers, from, to < 0 ? headers.length() : to, 10);
    }

    /** Returns how many items were accepted; 0 if the whole request was not. */
    int accepted() {
        if (!new String(bytes, STATUS_AT, 3, StandardCharsets.US_ASCII).equals("202")) {
            return 0;
        }
        int count = 0;
        for (int at = indexOf(ACCEPTED, 0); at >= 0; at = indexOf(ACCEPTED, at + ACCEPTED.length())) {
            count++;
        }
        return count;
    }

    private int indexOf(String text, int from) {
        for (int at = Math.max(0, from); at <= length - text.length(); at++) {
            int matched = 0;
            while (matched < text.length() && bytes[at + matched] == text.charAt(matched)) {
                matched++;
            }
            if (matched == text.length()) {
                return at;
            }
        }
        return -1;
    }
}
