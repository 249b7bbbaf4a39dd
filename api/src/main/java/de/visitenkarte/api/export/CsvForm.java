package de.visitenkarte.api.export;

import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a file is written: as Excel in German opens it by a double click, or as programs read it (RFC 4180). */
public enum CsvForm {
    EXCEL(';', ',', "\uFEFF"),
    PLAIN(',', '.', "");

    private static final int DIGITS = 4;

    private final char separator;
    private final char decimal;
    private final String start;

    CsvForm(char separator, char decimal, String start) {
        this.separator = separator;
        this.decimal = decimal;
        this.start = start;
    }

    /** Returns the name in forms and in the audit log, e.g. {@code excel}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the form of that name. */
    public static Optional<CsvForm> find(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    /** Returns what stands before everything else: for Excel the mark by which it recognises UTF-8. */
    String start() {
        return start;
    }

    CsvSchema schema() {
        return CsvSchema.emptySchema().withColumnSeparator(separator).withLineSeparator("\r\n");
    }

    /** Returns a number with so many digits after the decimal sign as it needs, at most four. */
    String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DIGITS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString()
                .replace('.', decimal);
    }
}
