package de.visitenkarte.api.quarantine;

import com.google.protobuf.ByteString;
import java.io.PrintStream;
import java.util.HexFormat;

/** Prints bytes of which nobody knows what they mean: offset, hexadecimal, and what of it is printable ASCII. */
final class HexDump {

    private static final int COLUMNS = 16;
    private static final int LIMIT = 1024;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private HexDump() {}

    /** Prints the first kilobyte. */
    static void print(ByteString bytes, PrintStream out) {
        out.println("# cannot be read as what belongs into this topic");
        ByteString shown = bytes.substring(0, Math.min(LIMIT, bytes.size()));
        for (int start = 0; start < shown.size(); start += COLUMNS) {
            ByteString row = shown.substring(start, Math.min(start + COLUMNS, shown.size()));
            out.printf("%04x  %-47s  %s%n", start, HEX.formatHex(row.toByteArray()), printable(row));
        }
        if (shown.size() < bytes.size()) {
            out.println("# and " + (bytes.size() - shown.size()) + " bytes more: --bytes");
        }
    }

    private static String printable(ByteString row) {
        StringBuilder text = new StringBuilder();
        row.forEach(each -> text.append(each >= ' ' && each <= '~' ? (char) each.byteValue() : '.'));
        return text.toString();
    }
}
